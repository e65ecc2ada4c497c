import { Button, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { EditScript } from './podcast-step.ts'
import { replaceLine } from './script-actions.ts'
import type { Stale } from './useStale.ts'
import classes from './podcast.module.css'

/** How many lines no longer say what their steps do, with the way to draft all of them anew. */
export function StaleNotice({ stale, change }: { stale: Stale; change: EditScript }) {
  const changed = [...stale.values()].filter((line) => line !== null)
  if (changed.length < 2) return null
  return (
    <div className={classes.stale} role="status">
      <Text size="xs">{changed.length} lines come from words that have changed.</Text>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} />}
        onClick={() =>
          change('Update lines', (script) => {
            for (const line of changed) replaceLine(script, line.place, line)
          })
        }
      >
        Update all
      </Button>
    </div>
  )
}
