import classes from './record.module.css'

/** Decibels of full scale at the left end of the meter. */
const quietest = -60

/** How loud the microphone hears, from −60 dB to full scale; the part where a voice should be is marked. */
export function LevelMeter({ level }: { level: number }) {
  const share = Math.max(0, Math.min(1, 1 - level / quietest))
  return (
    <div
      className={classes.meter}
      role="meter"
      aria-label="Level"
      aria-valuemin={quietest}
      aria-valuemax={0}
      aria-valuenow={Math.round(Math.max(quietest, level))}
      aria-valuetext={level <= quietest ? 'silence' : `${Math.round(level)} decibels`}
    >
      <span className={classes.good} />
      <span
        className={classes.bar}
        data-loud={level > -6 || undefined}
        style={{ transform: `scaleX(${share.toFixed(3)})` }}
      />
    </div>
  )
}
