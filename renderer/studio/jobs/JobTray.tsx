import { Paper, Stack } from '@mantine/core'
import { useStore } from 'zustand'
import { ProgressLine } from '../ui/ProgressLine.tsx'
import { jobs } from './jobs.ts'
import classes from './jobs.module.css'

/** The long work under way, out of the way; what a sheet shows is not shown twice. */
export function JobTray() {
  const { running, inSheet } = useStore(jobs)
  const shown = running.filter(({ title }) => title !== inSheet)
  if (shown.length === 0) return null
  return (
    <Paper className={classes.tray} component="section" aria-label="Work in progress">
      <Stack gap="md">
        {shown.map((job) => (
          <ProgressLine key={job.id} what={job.title} progress={job.progress} onCancel={job.cancel} />
        ))}
      </Stack>
    </Paper>
  )
}
