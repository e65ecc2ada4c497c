import { Paper, Stack } from '@mantine/core'
import { useStore } from 'zustand'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import { jobs } from './jobs.ts'
import classes from './jobs.module.css'

/** The long work under way, out of the way. */
export function JobTray() {
  const { running } = useStore(jobs)
  if (running.length === 0) return null
  return (
    <Paper className={classes.tray} component="section" aria-label="Work in progress">
      <Stack gap="md">
        {running.map((job) => (
          <ProgressLine key={job.id} what={job.title} progress={job.progress} onCancel={job.cancel} />
        ))}
      </Stack>
    </Paper>
  )
}
