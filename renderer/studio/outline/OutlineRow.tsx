import { type CSSProperties, createElement, type KeyboardEvent } from 'react'
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

type OutlineRowProps = {
  row: Row
  isSelected: boolean
  isTabStop: boolean
  isRenaming: boolean
  isMenuOpen: boolean
  drop: DropMark['half'] | null
  onMenu: (isOpen: boolean) => void
  onChoose: (id: string) => void
  onFocus: (id: string) => void
  onExpand: (id: string, isExpanded: boolean) => void
  /** Null when the new name was thrown away. */
  onRename: (title: string | null) => void
  onCommand: (command: TreeCommand) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** One series, module or step. */
export function OutlineRow({ row, ...props }: OutlineRowProps) {
  const { id, type, title, level, isExpanded } = row
  const draggable = useDraggable({ id, disabled: props.isRenaming })
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
      data-drop={props.drop ?? undefined}
      data-dragging={draggable.isDragging || undefined}
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={props.isSelected}
      {...(isExpanded === null ? {} : { 'aria-expanded': isExpanded })}
      aria-label={title || untitledName(row)}
      tabIndex={props.isTabStop ? 0 : -1}
      className={classes.row}
      style={{ '--level': level } as CSSProperties}
      onClick={() => props.onChoose(id)}
      onDoubleClick={() => props.onCommand({ do: 'rename', id })}
      onContextMenu={(event) => {
        event.preventDefault()
        props.onMenu(true)
      }}
      onFocus={() => props.onFocus(id)}
      onKeyDown={props.onKeyDown}
      onPointerDown={draggable.listeners?.['onPointerDown'] as never}
    >
      <span
        className={classes.twist}
        aria-hidden
        data-open={isExpanded ?? undefined}
        onClick={(event) => {
          if (isExpanded === null) return
          event.stopPropagation()
          props.onExpand(id, !isExpanded)
        }}
      >
        {isExpanded !== null && <IconChevronRight size={14} />}
      </span>
      {createElement(iconOf(row), { size: 16, stroke: 1.7 })}
      {props.isRenaming ? (
        <RowTitleField title={title} label={`Name of this ${type}`} onDone={props.onRename} />
      ) : (
        <span className={title ? classes.name : classes.noName}>{title || untitledName(row)}</span>
      )}
      {!props.isRenaming && (
        <RowMenu row={row} isOpen={props.isMenuOpen} onOpen={props.onMenu} onCommand={props.onCommand} />
      )}
    </div>
  )
}

function iconOf({ type, kind }: Row) {
  if (type === 'series') return IconStack2
  return (kind && stepEditorOf(kind)?.icon) || IconBook2
}
