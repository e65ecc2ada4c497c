import { Switch, Text } from '@mantine/core'
import { useState } from 'react'
import type { LogEntry } from '../words/log.ts'
import { LogLine } from './LogLine.tsx'
import classes from './inspector.module.css'

/** What happened between the module and the LMS, newest first. */
export function CallLog({ entries }: { entries: readonly LogEntry[] }) {
  const [showsReads, setShowsReads] = useState(false)
  const shown = entries.filter(({ kind, why }) => showsReads || kind !== 'read' || why !== null)
  return (
    <>
      <Switch
        size="xs"
        className={classes.filter ?? ''}
        label="Also what the module asks for"
        checked={showsReads}
        onChange={({ currentTarget }) => setShowsReads(currentTarget.checked)}
      />
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          Nothing yet.
        </Text>
      ) : (
        <ol className={classes.log} aria-label="What happened, newest first">
          {shown.map((entry) => (
            <LogLine key={entry.key} entry={entry} />
          ))}
        </ol>
      )}
    </>
  )
}
