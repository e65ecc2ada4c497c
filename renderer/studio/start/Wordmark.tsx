import icon from '../theme/icon.svg'
import classes from './start.module.css'

/** The studio's name and mark. */
export function Wordmark() {
  return (
    <div className={classes.wordmark}>
      <img src={icon} alt="" width={26} height={26} />
      Morsel Studio
    </div>
  )
}
