import { Button, Menu, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { stepEditors } from '../steps/index.ts'
import { useCommands } from './useCommands.ts'

/** Adds a step of any kind after the one that is selected. */
export function AddStepMenu({ module }: { module: string | null }) {
  const commands = useCommands()
  return (
    <Menu position="top-start" width={260}>
      <Menu.Target>
        <Button fullWidth variant="default" leftSection={<IconPlus size={16} />} disabled={module === null}>
          Add step
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {stepEditors.map(({ kind, label, description, icon: Icon }) => (
          <Menu.Item key={kind} leftSection={<Icon size={18} />} onClick={() => commands.addStep(kind)}>
            <Text size="sm" fw={560}>
              {label}
            </Text>
            <Text size="xs" c="dimmed">
              {description}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
