import { ActionIcon, NumberInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Line } from '../../../../shared/podcast/script.ts'
import type { EditScript } from './podcast-step.ts'
import { findLine, removeLine } from './script-actions.ts'
import classes from './podcast.module.css'

/** Silence between two lines; below 0 they cross over. */
export function PauseEditor({
  line,
  change,
}: {
  line: Extract<Line, { kind: 'pause' }>
  change: EditScript
}) {
  return (
    <div className={classes.pause} data-line={line.place}>
      <span>{line.seconds < 0 ? 'Cross over' : 'Pause'}</span>
      <NumberInput
        size="xs"
        w={92}
        aria-label="Seconds of silence; below 0 the lines cross over"
        min={-10}
        max={60}
        step={0.5}
        decimalScale={2}
        suffix=" s"
        clampBehavior="blur"
        value={line.seconds}
        onChange={(seconds) => {
          if (typeof seconds !== 'number' || seconds < -10 || seconds > 60) return
          change(
            'Set pause',
            (script) => {
              const found = findLine(script, line.place)?.line
              if (found?.kind === 'pause') found.seconds = seconds
            },
            `pause:${line.place}`,
          )
        }}
      />
      <ActionIcon
        className={classes.quiet}
        variant="subtle"
        color="gray"
        size={26}
        aria-label="Delete this pause"
        onClick={() => change('Delete pause', (script) => removeLine(script, line.place))}
      >
        <IconTrash size={15} />
      </ActionIcon>
    </div>
  )
}
