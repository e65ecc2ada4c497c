import { Button, Text } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { CaptionsOf } from '../../../../shared/podcast/draft.ts'
import type { StepEditorProps } from '../types.ts'
import type { EditScript } from './podcast-step.ts'
import { redraftLine } from './redraft.ts'
import classes from './podcast.module.css'

/** How many lines no longer say what their steps do, with the way to draft all of them anew. */
export function StaleNotice({
  records,
  stale,
  captionsOf,
  change,
}: StepEditorProps<PodcastStep> & {
  stale: ReadonlySet<number>
  captionsOf: CaptionsOf | null
  change: EditScript
}) {
  if (stale.size === 0 || !captionsOf) return null
  return (
    <div className={classes.stale} role="status">
      <Text size="xs">
        {stale.size === 1
          ? 'One line comes from words that have changed.'
          : `${stale.size} lines come from words that have changed.`}
      </Text>
      <Button
        size="compact-xs"
        variant="default"
        leftSection={<IconRefresh size={13} />}
        onClick={() =>
          change('Update lines', (script) => {
            for (const place of stale) redraftLine(script, place, records, captionsOf)
          })
        }
      >
        Update all
      </Button>
    </div>
  )
}
