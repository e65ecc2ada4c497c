import { ActionIcon, Loader, Tooltip } from '@mantine/core'
import { IconMicrophone, IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { Line } from '../../../../shared/podcast/script.ts'
import type { StepEditorProps } from '../types.ts'
import { ClipName } from './ClipName.tsx'
import { LineMenu } from './LineMenu.tsx'
import { LineWords } from './LineWords.tsx'
import { PauseEditor } from './PauseEditor.tsx'
import type { EditScript } from './podcast-step.ts'
import { SpeakerMenu } from './SpeakerMenu.tsx'
import { StaleLine } from './StaleLine.tsx'
import type { Listen } from './useListen.ts'
import type { Stale } from './useStale.ts'
import classes from './podcast.module.css'

export type LineEditorProps = StepEditorProps<PodcastStep> & {
  line: Line
  /** The line before it in the same chapter. */
  before: Line | null
  listen: Listen
  stale: Stale
  change: EditScript
  /** Opens the microphone for the line. */
  onRecord: (place: number) => void
}

/** One line of the script: who says it, its words, and what can be done with it. */
export function LineEditor(props: LineEditorProps) {
  const { line, change } = props
  if (line.kind === 'pause') return <PauseEditor line={line} change={change} />
  return <SpokenLine {...props} line={line} />
}

function SpokenLine(props: LineEditorProps & { line: Exclude<Line, { kind: 'pause' }> }) {
  const { step, line, before, listen, stale, change, onRecord } = props
  const isStale = stale.has(line.place)
  const { speaker } = line
  const who = speaker ?? 'a recording'
  const isPlaying = listen.playing?.key === `${line.place}`
  const isFollowing = before !== null && before.kind !== 'pause' && before.speaker === speaker

  return (
    <div className={classes.line} data-line={line.place} data-stale={isStale || undefined}>
      <div className={classes.lineBar} data-following={isFollowing || undefined}>
        <SpeakerMenu script={step.script} line={line} change={change} />
        {line.kind === 'clip' && <ClipName {...props} line={line} />}
        <span className={classes.actions}>
          <Tooltip label={isPlaying ? 'Stop' : 'Hear this line'}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={isPlaying ? 'Stop' : `Hear this line of ${who}`}
              disabled={line.kind === 'speech' && line.text.trim() === ''}
              onClick={() => void listen.hear(line)}
            >
              {isPlaying && listen.playing?.isLoading ? (
                <Loader size={13} color="gray" />
              ) : isPlaying ? (
                <IconPlayerStop size={15} />
              ) : (
                <IconPlayerPlay size={15} />
              )}
            </ActionIcon>
          </Tooltip>
          {speaker !== null && (
            <Tooltip label={line.kind === 'clip' ? 'Record it again' : 'Record this line yourself'}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={26}
                aria-label={
                  line.kind === 'clip' ? `Record this line of ${who} again` : `Record this line of ${who}`
                }
                onClick={() => onRecord(line.place)}
              >
                <IconMicrophone size={15} />
              </ActionIcon>
            </Tooltip>
          )}
          <LineMenu {...props} line={line} />
        </span>
      </div>
      <LineWords line={line} change={change} script={step.script} />
      {isStale && <StaleLine place={line.place} next={stale.get(line.place) ?? null} change={change} />}
    </div>
  )
}
