import { ActionIcon, Tooltip } from '@mantine/core'
import { IconMicrophone } from '@tabler/icons-react'
import { memo } from 'react'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { ClipLine, Line, Speaker, SpeechLine } from '../../../../shared/podcast/script.ts'
import { ClipName } from './ClipName.tsx'
import { HearButton } from './HearButton.tsx'
import { LineMenu } from './LineMenu.tsx'
import { LineWords } from './LineWords.tsx'
import { PauseEditor } from './PauseEditor.tsx'
import type { EditScript } from './podcast-step.ts'
import { SpeakerMenu } from './SpeakerMenu.tsx'
import { StaleLine } from './StaleLine.tsx'
import type { Hear } from './useListen.ts'
import classes from './podcast.module.css'

type LineEditorProps = {
  line: Line
  speakers: readonly Speaker[]
  /** Whether the line before it in the chapter has the same speaker. */
  isFollowing: boolean
  /** What a recording plays. */
  asset: Asset | null
  /** The line as it would be drafted today, null where its source is gone; absent while it is up to date. */
  redrafted?: SpeechLine | null | undefined
  change: EditScript
  hear: Hear
  importMedia: (file: File) => Promise<Asset | null>
  /** Opens the microphone for the line. */
  onRecord: (place: number) => void
}

/**
 * One line of the script: who says it, its words, and what can be done with it. Drawn again only when it changed: there are
 * hundreds, and typing in one must not wait for the others.
 */
export const LineEditor = memo(function LineEditor({ line, ...props }: LineEditorProps) {
  if (line.kind === 'pause') return <PauseEditor line={line} change={props.change} />
  return <SpokenLine line={line} {...props} />
})

function SpokenLine({
  line,
  speakers,
  isFollowing,
  asset,
  redrafted,
  change,
  hear,
  importMedia,
  onRecord,
}: Omit<LineEditorProps, 'line'> & { line: SpeechLine | ClipLine }) {
  const { place, speaker } = line
  const who = speaker ?? 'a recording'
  return (
    <div className={classes.line} data-line={place} data-stale={redrafted !== undefined || undefined}>
      <div className={classes.lineBar} data-following={isFollowing || undefined}>
        <SpeakerMenu speakers={speakers} line={line} change={change} />
        {line.kind === 'clip' && <ClipName asset={asset} isSpoken={speaker !== null} />}
        <span className={classes.actions}>
          <HearButton line={line} who={who} hear={hear} />
          {speaker !== null && (
            <Tooltip label={line.kind === 'clip' ? 'Record it again' : 'Record this line yourself'}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={`Record this line of ${who}${line.kind === 'clip' ? ' again' : ''}`}
                onClick={() => onRecord(place)}
              >
                <IconMicrophone size={15} />
              </ActionIcon>
            </Tooltip>
          )}
          <LineMenu line={line} change={change} importMedia={importMedia} />
        </span>
      </div>
      <LineWords line={line} change={change} />
      {redrafted !== undefined && <StaleLine place={place} next={redrafted} change={change} />}
    </div>
  )
}
