import { useStudioStep } from '../steps/useStudioStep.ts'
import classes from './canvas.module.css'

/** What a kind of step needs the whole width for, below the canvas. */
export function Timeline({ id }: { id: string }) {
  const found = useStudioStep(id)
  const Content = found?.editor.Timeline
  return Content ? (
    <div className={classes.dock}>
      <Content {...found.props} />
    </div>
  ) : null
}
