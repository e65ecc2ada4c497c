import { memo } from 'react'
import classes from './timeline.module.css'

/** What a sound looks like: its peaks (percent of full scale), mirrored; with the slopes of its fades. */
export const Waveform = memo(function Waveform({
  peaks,
  seconds,
  fadeIn = 0,
  fadeOut = 0,
}: {
  peaks: readonly number[]
  seconds: number
  fadeIn?: number
  fadeOut?: number
}) {
  const count = Math.max(1, peaks.length)
  const upper = peaks.map((peak, at) => `${at + 0.5} ${50 - peak / 2}`)
  const lower = peaks.map((peak, at) => `${at + 0.5} ${50 + peak / 2}`).toReversed()
  const part = (length: number) => (Math.min(length, seconds) / Math.max(seconds, 0.001)) * count
  return (
    <svg className={classes.wave} viewBox={`0 0 ${count} 100`} preserveAspectRatio="none" aria-hidden>
      {peaks.length > 0 && <path d={`M${[...upper, ...lower].join('L')}Z`} />}
      {fadeIn > 0 && <path className={classes.fade} d={`M0 0H${part(fadeIn)}L0 100Z`} />}
      {fadeOut > 0 && (
        <path className={classes.fade} d={`M${count} 0H${count - part(fadeOut)}L${count} 100Z`} />
      )}
    </svg>
  )
})
