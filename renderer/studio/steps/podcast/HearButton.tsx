import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import { useStore } from 'zustand'
import type { ClipLine, SpeechLine } from '../../../../shared/podcast/script.ts'
import { listening } from './line-player.ts'
import type { Hear } from './useListen.ts'

/** Plays a line, and stops it. */
export function HearButton({ line, who, hear }: { line: SpeechLine | ClipLine; who: string; hear: Hear }) {
  const state = useStore(listening, ({ playing }) =>
    playing?.key !== `${line.place}` ? 'silent' : playing.isLoading ? 'loading' : 'playing',
  )
  const isSilent = state === 'silent'
  return (
    <Tooltip label={isSilent ? 'Hear this line' : 'Stop'}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={isSilent ? `Hear this line of ${who}` : 'Stop'}
        disabled={line.kind === 'speech' && line.text.trim() === ''}
        onClick={() => void hear(line)}
      >
        {state === 'loading' ? (
          <Loader size={13} color="gray" />
        ) : isSilent ? (
          <IconPlayerPlay size={15} />
        ) : (
          <IconPlayerStop size={15} />
        )}
      </ActionIcon>
    </Tooltip>
  )
}
