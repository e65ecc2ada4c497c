import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'

/** A project without anything in it: teaches the first step. */
export function EmptyOutline({ onAdd }: { onAdd: () => void }) {
  return (
    <Stack p="md" gap="sm" align="flex-start" flex={1}>
      <Text size="sm" c="dimmed">
        A module is one small lesson of about five minutes. Modules that belong together form a series.
      </Text>
      <Button size="sm" leftSection={<IconPlus size={16} />} onClick={onAdd}>
        Add the first module
      </Button>
    </Stack>
  )
}
