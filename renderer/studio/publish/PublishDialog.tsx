import { Modal } from '@mantine/core'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { SheetProgress } from '../jobs/SheetProgress.tsx'
import { useWatching } from '../jobs/useSheetJob.ts'
import { nameOf } from '../outline/names.ts'
import { PublishForm } from './PublishForm.tsx'
import { PublishedView } from './PublishedView.tsx'
import { type Publishing, publishingCalled } from './usePublishing.ts'

/** Publishes a module: what stands in the way, in which format, where to; then how far it is, and what to do with it. */
export function PublishDialog({
  module,
  publishing,
  onClose,
}: {
  module: string
  publishing: Publishing
  onClose: () => void
}) {
  const record = useDocumentState((state) => state.records[module])
  const { isRunning, result } = publishing
  const title = nameOf(record)

  useWatching(publishing)

  function close() {
    if (!isRunning) publishing.reset()
    onClose()
  }

  return (
    <Modal
      opened
      onClose={close}
      size={620}
      title={`Publish “${title}”`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isRunning ? (
        <SheetProgress what={publishingCalled(title)} onClose={onClose} />
      ) : result ? (
        <PublishedView result={result} onAgain={publishing.reset} onClose={close} />
      ) : (
        <PublishForm module={module} title={title} publishing={publishing} onLeave={close} />
      )}
    </Modal>
  )
}
