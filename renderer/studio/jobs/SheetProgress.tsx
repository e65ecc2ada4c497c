import { Button, Group, Stack } from '@mantine/core'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import { jobs } from './jobs.ts'

/** How far a sheet's work is, which the tray calls `what` and shows once the sheet is closed. */
export function SheetProgress({ what, onClose }: { what: string; onClose: () => void }) {
  const job = useStore(jobs, ({ running }) => running.find((candidate) => candidate.title === what))
  useEffect(() => {
    jobs.setState({ inSheet: what })
    return () => jobs.setState({ inSheet: null })
  }, [what])
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
