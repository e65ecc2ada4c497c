import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconCopy,
  IconDots,
  IconPencil,
  IconRss,
  IconTrash,
} from '@tabler/icons-react'
import { shortcut } from '../ui/shortcut.ts'
import type { Row } from './rows.ts'
import type { TreeCommand } from './tree-keys.ts'
import classes from './outline.module.css'

/** What can be done with a row. The keyboard opens it with Shift+F10 or the menu key. */
export function RowMenu({
  row,
  isOpen,
  onOpen,
  onCommand,
}: {
  row: Row
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onCommand: (command: TreeCommand) => void
}) {
  const { id, type, position, siblings } = row
  const keys = (text: string) => <span className={classes.keys}>{text}</span>
  return (
    <Menu opened={isOpen} onChange={onOpen} position="bottom-end" width={210} returnFocus>
      <Menu.Target>
        <ActionIcon
          className={classes.more}
          variant="subtle"
          color="gray"
          size="sm"
          tabIndex={-1}
          aria-label={`More for ${row.title || 'this'}`}
          onClick={(event) => event.stopPropagation()}
          onPointerDown={(event) => event.stopPropagation()}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown
        onClick={(event) => event.stopPropagation()}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        <Menu.Item
          leftSection={<IconPencil size={15} />}
          rightSection={keys('F2')}
          onClick={() => onCommand({ do: 'rename', id })}
        >
          Rename
        </Menu.Item>
        <Menu.Item
          leftSection={<IconCopy size={15} />}
          rightSection={keys(shortcut('mod+D'))}
          onClick={() => onCommand({ do: 'duplicate', id })}
        >
          Duplicate
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp size={15} />}
          rightSection={keys(shortcut('alt+↑'))}
          disabled={position === 1}
          onClick={() => onCommand({ do: 'move', id, by: -1 })}
        >
          Move up
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown size={15} />}
          rightSection={keys(shortcut('alt+↓'))}
          disabled={position === siblings}
          onClick={() => onCommand({ do: 'move', id, by: 1 })}
        >
          Move down
        </Menu.Item>
        {type === 'series' && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconRss size={15} />} onClick={() => onCommand({ do: 'feed', id })}>
              Podcast feed…
            </Menu.Item>
          </>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash size={15} />}
          rightSection={keys('Del')}
          onClick={() => onCommand({ do: 'delete', id })}
        >
          Delete
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
