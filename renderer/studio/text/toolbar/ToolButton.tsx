import { ActionIcon, Tooltip } from '@mantine/core'
import type { IconBold } from '@tabler/icons-react'
import { shortcut } from '../../ui/shortcut.ts'
import classes from './toolbar.module.css'

type ToolButtonProps = {
  label: string
  icon: typeof IconBold
  /** As `shortcut()` takes them. */
  keys?: string
  /** Whether the selection has it; left out where a button is no switch. */
  isOn?: boolean
  isEnabled: boolean
  tabIndex: number
  onPress: () => void
}

/** One tool. It keeps the focus and the selection in the text when pressed by mouse, and can be reached when it is off. */
export function ToolButton({ label, icon: Icon, keys, isOn, isEnabled, tabIndex, onPress }: ToolButtonProps) {
  return (
    <Tooltip label={keys ? `${label} (${shortcut(keys)})` : label}>
      <ActionIcon
        className={classes.tool}
        variant="subtle"
        color="gray"
        size={30}
        data-tool
        data-on={isOn || undefined}
        tabIndex={tabIndex}
        aria-label={label}
        {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
        aria-disabled={!isEnabled || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => isEnabled && onPress()}
      >
        <Icon size={17} stroke={1.9} />
      </ActionIcon>
    </Tooltip>
  )
}
