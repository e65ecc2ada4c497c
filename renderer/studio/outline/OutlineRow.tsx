import { type CSSProperties, createElement, type KeyboardEvent, memo, useState } from 'react'
import { useDraggable, useDroppable } from '@dnd-kit/core'
import { IconBook2, IconChevronRight, IconStack2 } from '@tabler/icons-react'
import { stepEditorOf } from '../steps/index.ts'
import { untitledName } from './names.ts'
import { RowMenu } from './RowMenu.tsx'
import { RowTitleField } from './RowTitleField.tsx'
import type { Row } from './rows.ts'
import type { TreeCommand } from './tree-keys.ts'
import type { DropMark } from './useDragging.ts'
import classes from './outline.module.css'

/** What happens to rows; each call names the row. */
export type RowEvents = {
  onMenu: (id: string, isOpen: boolean) => void
  onFocus: (id: string) => void
  onExpand: (id: string, isExpanded: boolean) => void
  /** A null title was thrown away. */
  onRename: (id: string, title: string | null) => void
  onCommand: (command: TreeCommand) => void
  onKeyDown: (event: KeyboardEvent) => void
}

type OutlineRowProps = {
  row: Row
  isSelected: boolean
  isTabStop: boolean
  isRenaming: boolean
  isMenuOpen: boolean
  drop: DropMark['half'] | null
  events: RowEvents
}

/** One series, module or step. Drawn again only when something of it changed: outlines are long. */
export const OutlineRow = memo(function OutlineRow({ row, events, ...state }: OutlineRowProps) {
  const { id, type, title, level, isExpanded } = row
  const [isHovered, setHovered] = useState(false)
  const draggable = useDraggable({ id, disabled: state.isRenaming })
  const droppable = useDroppable({ id })

  return (
    <div
      ref={(element) => {
        draggable.setNodeRef(element)
        droppable.setNodeRef(element)
      }}
      role="treeitem"
      data-row={id}
      data-type={type}
      data-opens={type === 'series' ? `feed-${id}` : undefined}
      data-drop={state.drop ?? undefined}
      data-dragging={draggable.isDragging || undefined}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={state.isSelected}
      {...(isExpanded === null ? {} : { 'aria-expanded': isExpanded })}
      aria-label={title || untitledName(row)}
      tabIndex={state.isTabStop ? 0 : -1}
      className={classes.row}
      style={{ '--level': level } as CSSProperties}
      onClick={() => events.onCommand({ do: 'select', id })}
      onDoubleClick={() => events.onCommand({ do: 'rename', id })}
      onContextMenu={(event) => {
        event.preventDefault()
        events.onMenu(id, true)
      }}
      onFocus={() => events.onFocus(id)}
      onKeyDown={events.onKeyDown}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onPointerDown={draggable.listeners?.['onPointerDown'] as never}
    >
      <span
        className={classes.twist}
        aria-hidden
        data-open={isExpanded ?? undefined}
        onClick={(event) => {
          if (isExpanded === null) return
          event.stopPropagation()
          events.onExpand(id, !isExpanded)
        }}
      >
        {isExpanded !== null && <IconChevronRight size={14} />}
      </span>
      {createElement(iconOf(row), { size: 16, stroke: 1.7 })}
      {state.isRenaming ? (
        <RowTitleField
          title={title}
          label={`Name of this ${type}`}
          onDone={(name) => events.onRename(id, name)}
        />
      ) : (
        <span className={title ? classes.name : classes.noName}>{title || untitledName(row)}</span>
      )}
      {!state.isRenaming && (isHovered || state.isTabStop || state.isMenuOpen) && (
        <RowMenu
          row={row}
          isOpen={state.isMenuOpen}
          onOpen={(isOpen) => events.onMenu(id, isOpen)}
          onCommand={events.onCommand}
        />
      )}
    </div>
  )
})

function iconOf({ type, kind }: Row) {
  if (type === 'series') return IconStack2
  return (kind && stepEditorOf(kind)?.icon) || IconBook2
}
