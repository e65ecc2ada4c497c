import { Button, Group, Progress, Stack, Text } from '@mantine/core'
import type { Progress as WorkProgress } from '../../../shared/contract/base.ts'
import { inWords } from './time-left.ts'

/** Long work: what it is doing, how far it is, how long it takes yet, and a way to stop it. */
export function ProgressLine({
  what,
  progress,
  onCancel,
}: {
  what: string
  progress: WorkProgress | null
  onCancel?: (() => void) | null
}) {
  const fraction = progress?.fraction ?? null
  const percent = fraction === null ? null : Math.round(fraction * 100)
  return (
    <Stack gap={6}>
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" truncate aria-live="polite">
          {progress?.phase ? progress.phase : what}
        </Text>
        {onCancel && (
          <Button size="compact-xs" variant="default" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
      <Progress.Root size="sm">
        <Progress.Section
          value={percent ?? 100}
          animated={percent === null}
          striped={percent === null}
          aria-label={what}
          {...(percent === null ? { 'aria-valuenow': undefined } : {})}
        />
      </Progress.Root>
      <Text size="xs" c="dimmed">
        {percent === null ? 'Working…' : `${percent} %`}
        {typeof progress?.secondsLeft === 'number' && ` · ${inWords(progress.secondsLeft)} left`}
      </Text>
    </Stack>
  )
}
