import { Notice } from '../ui/Notice.tsx'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import type { PreviewState } from './usePreview.ts'
import classes from './preview.module.css'

/** The preview on its way (videos are cut first), or why it did not come. */
export function PreviewWait({
  preview: { progress, failure },
  onRetry,
  onCancel,
}: {
  preview: PreviewState
  onRetry: () => void
  onCancel: () => void
}) {
  return (
    <div className={classes.wait}>
      <div className={classes.waitBox}>
        {failure ? (
          <Notice
            tone="danger"
            title="The preview could not be made"
            actions={[{ label: 'Try again', run: onRetry, isMain: true }]}
          >
            {failure.message}
          </Notice>
        ) : (
          <ProgressLine what="Making the preview" progress={progress} onCancel={onCancel} />
        )}
      </div>
    </div>
  )
}
