import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import classes from './editor.module.css'

/** An edit that is not on disk: kept and to be tried again, or taken back with the reason. Stays until it is dealt with. */
export function FailureBanner({ onLeave }: { onLeave: () => void }) {
  const document = useDocument()
  const failure = useDocumentState((state) => state.failure)
  const waiting = useDocumentState((state) => state.pending.length)
  if (!failure) return null
  const { error, label, isKept } = failure
  return (
    <div className={classes.banner}>
      {isKept ? (
        <Notice
          tone="danger"
          title={`Not saved: ${label}${waiting > 1 ? ` and ${waiting - 1} more` : ''}`}
          actions={[
            { label: 'Try again', run: () => void document.flush(), isMain: true },
            { label: 'Leave without saving', run: onLeave },
          ]}
        >
          {error.message}
        </Notice>
      ) : (
        <Notice tone="danger" title={`Not saved: ${label}`} onClose={document.dismissFailure}>
          {error.message}
        </Notice>
      )}
    </div>
  )
}
