import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { SheetProgress } from '../../../jobs/SheetProgress.tsx'
import { useWatching } from '../../../jobs/useSheetJob.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { type TakeOutFormat, takeOutFormats, type TakingOut, takingOutCalled } from './useTakeOut.ts'

/** Asks where an episode goes, where the shell has no dialog for it; then how far it is. Closes when it is there. */
export function TakeOutSheet({
  step,
  title,
  format,
  suggested,
  takingOut,
  onClose,
}: {
  step: string
  title: string
  format: TakeOutFormat
  /** The path to begin with. */
  suggested: string
  takingOut: TakingOut
  onClose: () => void
}) {
  const { isRunning, request, result, failure } = takingOut
  const [out, setOut] = useState(suggested)
  const label = takeOutFormats[format]

  useWatching(takingOut)
  useEffect(() => {
    if (result !== null) onClose()
  }, [result, onClose])

  const start = (overwrite: boolean) =>
    takingOut.start(title, { step, format, out: out.trim(), ...(overwrite && { overwrite }) })

  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={`Episode as ${label}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {isRunning && request ? (
        <SheetProgress what={takingOutCalled(title, request)} onClose={onClose} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            start(false)
          }}
        >
          <Stack gap="md">
            <TextInput
              data-autofocus
              label="File"
              description="Where the episode goes"
              value={out}
              onChange={(event) => setOut(event.currentTarget.value)}
              spellCheck={false}
            />
            {failure && (
              <Notice
                tone="danger"
                actions={
                  failure.code === 'file-exists'
                    ? [{ label: 'Replace it', run: () => start(true), isMain: true }]
                    : []
                }
              >
                {failure.message}
              </Notice>
            )}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" leftSection={<IconDownload size={16} />} disabled={out.trim() === ''}>
                Save
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
