import { Alert, Button, Group, Text } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

type NoticeProps = {
  /** `danger` interrupts a screen reader; the others wait. */
  tone: 'info' | 'warning' | 'danger'
  title?: string
  children: ReactNode
  actions?: { label: string; run: () => void; isMain?: boolean }[]
  onClose?: () => void
}

const colors = { info: 'accent', warning: 'yellow', danger: 'red' } as const

/** A sentence that needs attention, with what can be done about it. */
export function Notice({ tone, title, children, actions = [], onClose }: NoticeProps) {
  return (
    <Alert
      variant="light"
      color={colors[tone]}
      role={tone === 'danger' ? 'alert' : 'status'}
      icon={tone === 'info' ? <IconInfoCircle /> : <IconAlertTriangle />}
      withCloseButton={onClose !== undefined}
      closeButtonLabel="Dismiss"
      {...(title === undefined ? {} : { title })}
      {...(onClose ? { onClose } : {})}
      styles={{
        title: { color: 'var(--mantine-color-text)' },
        message: { color: 'var(--mantine-color-text)' },
      }}
    >
      <Text size="sm">{children}</Text>
      {actions.length > 0 && (
        <Group gap="xs" mt="sm">
          {actions.map(({ label, run, isMain }) => (
            <Button key={label} size="xs" variant={isMain ? 'filled' : 'default'} onClick={run}>
              {label}
            </Button>
          ))}
        </Group>
      )}
    </Alert>
  )
}
