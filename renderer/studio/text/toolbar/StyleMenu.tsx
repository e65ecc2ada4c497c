import { Menu, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { LexicalEditor } from 'lexical'
import { shortcut } from '../../ui/shortcut.ts'
import { textTools } from '../active.ts'
import { type BlockStyle, setBlockStyle } from '../commands.ts'
import { blockStyles } from './styles.ts'
import type { SelectionState } from './useSelectionState.ts'
import classes from './toolbar.module.css'

type StyleMenuProps = { editor: LexicalEditor | null; block: SelectionState['block']; tabIndex: number }

/** What the paragraph with the caret is, and what it could be. */
export function StyleMenu({ editor, block, tabIndex }: StyleMenuProps) {
  const current = blockStyles.find(({ style }) => style === block)
  const name = block === 'list' ? 'List' : block === 'picture' ? 'Picture' : (current?.label ?? 'Text')
  const choose = (style: BlockStyle) => {
    if (!editor) return
    setBlockStyle(editor, style)
    editor.focus()
  }
  const items = (group: 'text' | 'callout') =>
    blockStyles
      .filter((one) => one.group === group)
      .map(({ style, label, icon: Icon, keys }) => (
        <Menu.Item
          key={style}
          leftSection={<Icon size={16} stroke={1.7} />}
          rightSection={
            keys && (
              <Text span size="xs" c="dimmed">
                {shortcut(keys)}
              </Text>
            )
          }
          data-current={style === block || undefined}
          onClick={() => choose(style)}
        >
          {label}
        </Menu.Item>
      ))
  return (
    <Menu width={220} position="bottom-start" shadow="md" disabled={!editor}>
      <Menu.Target>
        <UnstyledButton
          className={classes.style}
          data-tool
          tabIndex={tabIndex}
          aria-label={`Paragraph style: ${name}`}
          aria-disabled={!editor || undefined}
          onMouseDown={(event) => event.preventDefault()}
        >
          <span className={classes.styleName}>{name}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown {...textTools}>
        {items('text')}
        <Menu.Divider />
        <Menu.Label>Callouts</Menu.Label>
        {items('callout')}
      </Menu.Dropdown>
    </Menu>
  )
}
