import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { seek } from './playback.ts'
import { shortest, withEnd } from './ranges.ts'
import { TimeField } from './TimeField.tsx'
import type { Trim } from './video-step.ts'
import classes from './video.module.css'

/** The kept ranges as numbers. */
export function RangeFields({ trim }: { trim: Trim }) {
  const { ranges, seconds, frame } = trim

  function set(index: number, end: 'start' | 'end', moment: number) {
    trim.setRanges('Trim video', withEnd(ranges, index, end, moment, seconds), `trim:${index}:${end}`)
    seek(moment)
  }

  return (
    <>
      {ranges.map((range, index) => (
        // Ranges have no names: their place is what tells them apart.
        <div key={index} className={classes.rangeFields}>
          <TimeField
            label={ranges.length > 1 ? `From, part ${index + 1}` : 'From'}
            value={range.start}
            step={frame}
            min={0}
            max={range.end - shortest}
            onChange={(moment) => set(index, 'start', moment)}
          />
          <TimeField
            label={ranges.length > 1 ? `To, part ${index + 1}` : 'To'}
            value={range.end}
            step={frame}
            min={range.start + shortest}
            max={seconds}
            onChange={(moment) => set(index, 'end', moment)}
          />
          {ranges.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={24}
              aria-label={`Cut part ${index + 1} out`}
              title="Cut this part out"
              onClick={() =>
                trim.setRanges(
                  'Cut part out',
                  ranges.filter((_, at) => at !== index),
                )
              }
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
    </>
  )
}
