import { Loader } from '@mantine/core'
import type { StudioError } from '../../../shared/errors.ts'
import { Notice } from '../ui/Notice.tsx'
import classes from './canvas.module.css'

/** A module on its way, or why it did not come. */
export function LoadingPlace({ failure, onRetry }: { failure: StudioError | null; onRetry: () => void }) {
  return (
    <div className={classes.center}>
      {failure ? (
        <Notice
          tone="danger"
          title="This module could not be read"
          actions={[{ label: 'Try again', run: onRetry, isMain: true }]}
        >
          {failure.message}
        </Notice>
      ) : (
        <Loader size="sm" type="dots" aria-label="Loading the module" />
      )}
    </div>
  )
}
