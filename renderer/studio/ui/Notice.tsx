import { Button, CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './notice.module.css'

type NoticeProps = {
  /** `danger` interrupts a screen reader; the others wait. */
  tone: 'info' | 'warning' | 'danger'
  title?: string
  children: ReactNode
  actions?: { label: string; run: () => void; isMain?: boolean }[]
  onClose?: () => void
}

/** A sentence that needs attention, with what can be done about it. */
export function Notice({ tone, title, children, actions = [], onClose }: NoticeProps) {
  return (
    <div className={classes.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {tone === 'info' ? <IconInfoCircle size={18} /> : <IconAlertTriangle size={18} />}
      <div className={classes.words}>
        {title !== undefined && <strong className={classes.title}>{title}</strong>}
        <span>{children}</span>
        {actions.length > 0 && (
          <div className={classes.actions}>
            {actions.map(({ label, run, isMain }) => (
              <Button key={label} size="xs" variant={isMain ? 'filled' : 'default'} onClick={run}>
                {label}
              </Button>
            ))}
          </div>
        )}
      </div>
      {onClose && <CloseButton size="sm" aria-label="Dismiss" onClick={onClose} />}
    </div>
  )
}
