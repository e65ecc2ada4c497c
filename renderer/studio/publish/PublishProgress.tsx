import { Button, Group, Stack } from '@mantine/core'
import { useStore } from 'zustand'
import { jobs } from '../jobs/jobs.ts'
import { ProgressLine } from '../ui/ProgressLine.tsx'

/** How far publishing is. It goes on when the dialog is closed. */
export function PublishProgress({ title, onClose }: { title: string; onClose: () => void }) {
  const what = `Publishing ${title}`
  const job = useStore(jobs, ({ running }) => running.find((candidate) => candidate.title === what))
  return (
    <Stack gap="lg">
      <ProgressLine what={what} progress={job?.progress ?? null} onCancel={job?.cancel ?? null} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Go on in the background
        </Button>
      </Group>
    </Stack>
  )
}
