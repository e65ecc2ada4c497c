import { clock } from '../../../../player/views.ts'
import classes from './timeline.module.css'

/** Seconds between two marks: such that their words have room. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600]

/** Marks of time above the lanes. */
export function Ruler({ seconds, scale }: { seconds: number; scale: number }) {
  const step = steps.find((candidate) => candidate * scale >= 64) ?? 600
  return (
    <div className={classes.ruler} aria-hidden>
      {Array.from({ length: Math.floor(seconds / step) + 1 }, (_, at) => (
        <span key={at} style={{ left: at * step * scale }}>
          {clock(at * step)}
        </span>
      ))}
    </div>
  )
}
