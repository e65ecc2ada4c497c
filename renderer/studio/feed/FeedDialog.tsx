import { Modal, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { asStudioError } from '../client/errors.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { SheetProgress } from '../jobs/SheetProgress.tsx'
import { useWatching } from '../jobs/useSheetJob.ts'
import { nameOf } from '../outline/names.ts'
import { Notice } from '../ui/Notice.tsx'
import { FeedForm } from './FeedForm.tsx'
import { FeedMade } from './FeedMade.tsx'
import { feedCalled, type FeedMaking } from './useFeed.ts'

/** The podcast feed of a series: what goes into it and where; then how far it is, and what to do with it. */
export function FeedDialog({
  series,
  making,
  onClose,
}: {
  series: string
  making: FeedMaking
  onClose: () => void
}) {
  const document = useDocument()
  const record = useDocumentState((state) => state.records[series])
  const modules = record?.type === 'series' ? record.modules : []
  const { isRunning, request, result } = making
  const running = useDocumentState((state) => (request ? nameOf(state.records[request.series]) : ''))
  const { project } = document.state.getState().opened
  const loading = useQuery({
    queryKey: ['project', 'series', project, series, modules.join(' ')],
    queryFn: () => Promise.all(modules.map((module) => document.loadModule(module))).then(() => true),
  })

  useWatching(making)

  function close() {
    if (!isRunning) making.reset()
    onClose()
  }

  return (
    <Modal
      opened
      onClose={close}
      size={620}
      title={`Podcast feed of “${nameOf(record)}”`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isRunning ? (
        <SheetProgress what={feedCalled(running)} onClose={onClose} />
      ) : result && request?.series === series ? (
        <FeedMade feed={result} onAgain={making.reset} onClose={close} />
      ) : loading.error ? (
        <Notice tone="danger">{asStudioError(loading.error).message}</Notice>
      ) : loading.data ? (
        <FeedForm series={series} title={nameOf(record)} making={making} onLeave={close} />
      ) : (
        <Text size="sm" c="dimmed">
          Reading the modules…
        </Text>
      )}
    </Modal>
  )
}
