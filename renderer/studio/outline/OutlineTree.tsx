import { DndContext, DragOverlay } from '@dnd-kit/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { DragChip } from './DragChip.tsx'
import { EmptyOutline } from './EmptyOutline.tsx'
import { OutlineRow, type RowEvents } from './OutlineRow.tsx'
import { PlaceholderLine } from './PlaceholderLine.tsx'
import { isRow, type Row } from './rows.ts'
import { commandFor, type TreeCommand } from './tree-keys.ts'
import { useCommands } from './useCommands.ts'
import { useDragging } from './useDragging.ts'
import { useOutline } from './useOutline.ts'
import { useSpan } from './useSpan.ts'
import { useStableEvents } from './useStableEvents.ts'
import { windowOf } from './window.ts'
import classes from './outline.module.css'

/** The tree of series, modules and steps: by pointer, by drag and by keyboard alike. */
export function OutlineTree({
  renaming,
  setRenaming,
  onFeed,
}: {
  renaming: string | null
  setRenaming: (id: string | null) => void
  onFeed: (series: string) => void
}) {
  const commands = useCommands()
  const { lines, setExpanded } = useOutline()
  const selection = useDocumentState((state) => state.selection)
  const selected = selection.step ?? selection.module
  // The keyboard follows what is selected, until it is moved on.
  const [moved, setMoved] = useState<{ id: string; from: string | null } | null>(null)
  const [menu, setMenu] = useState<string | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const { span, attach } = useSpan(tree)
  const dragging = useDragging(setExpanded)
  const rows = lines.filter(isRow)
  const wanted = moved?.from === selected ? moved.id : selected
  const tabStop = rows.some((row) => row.id === wanted) ? wanted : (rows[0]?.id ?? null)
  const setFocused = (id: string) => setMoved({ id, from: selected })
  const held = [selected, tabStop, renaming, menu, dragging.dragged].filter((id) => id !== null)
  const drawn = windowOf(lines, span, new Set(held))

  useEffect(() => {
    if (selected !== null) rowElement(tree.current, selected)?.scrollIntoView({ block: 'nearest' })
  }, [selected])

  function focus(id: string) {
    // The row may be one that is not drawn yet; that it has the focus draws it.
    flushSync(() => setFocused(id))
    rowElement(tree.current, id)?.focus()
  }

  function run(command: TreeCommand) {
    const { id } = command
    switch (command.do) {
      case 'focus':
        return focus(id)
      case 'expand':
      case 'collapse':
        return setExpanded(id, command.do === 'expand')
      case 'select':
        return choose(id)
      case 'rename':
        return setRenaming(id)
      case 'menu':
        return setMenu(id)
      case 'move':
        return commands.moveBy(id, command.by)
      case 'duplicate':
        return void commands.duplicate(id)
      case 'feed':
        return onFeed(id)
      case 'delete':
        focusBeside(id)
        return void commands.remove(id)
    }
  }

  const finishRename = (id: string, title: string | null) => {
    const row = rows.find((candidate) => candidate.id === id)
    setRenaming(null)
    if (title !== null && title !== row?.title) commands.rename(id, title)
    focus(id)
  }

  function choose(id: string) {
    const row = rows.find((candidate) => candidate.id === id)
    if (row?.type === 'series') setExpanded(id, !row.isExpanded)
    else commands.select(id)
  }

  /** Keeps the keyboard in the tree when the row that has it goes. */
  function focusBeside(id: string) {
    const index = rows.findIndex((row) => row.id === id)
    const next =
      rows.slice(index + 1).find((row) => row.level <= (rows[index]?.level ?? 1)) ?? rows[index - 1]
    if (next) focus(next.id)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (renaming !== null || tabStop === null || !(event.target instanceof HTMLElement)) return
    if (event.target.getAttribute('role') !== 'treeitem') return
    const command = commandFor(lines, tabStop, event)
    if (!command) return
    event.preventDefault()
    event.stopPropagation()
    run(command)
  }

  const events = useStableEvents<RowEvents>({
    onMenu: (id, isOpen) => setMenu(isOpen ? id : null),
    onFocus: setFocused,
    onExpand: setExpanded,
    onRename: finishRename,
    onCommand: run,
    onKeyDown,
  })

  if (rows.length === 0) return <EmptyOutline onAdd={() => commands.addModule(null)} />
  return (
    <DndContext {...dragging.context}>
      <div ref={attach} role="tree" aria-label="Series, modules and steps" className={classes.tree}>
        {drawn.map((line) =>
          line.type === 'gap' ? (
            <div key={line.id} role="presentation" style={{ height: line.height }} />
          ) : isRow(line) ? (
            <OutlineRow
              key={line.id}
              row={line}
              isSelected={line.id === selected}
              isTabStop={line.id === tabStop}
              isRenaming={line.id === renaming}
              isMenuOpen={line.id === menu}
              drop={dragging.over?.line === line.id ? dragging.over.half : null}
              events={events}
            />
          ) : (
            <PlaceholderLine key={line.id} line={line} isOver={dragging.over?.line === line.id} />
          ),
        )}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragging.dragged !== null && <DragChip row={rows.find(isDragged(dragging.dragged))} />}
      </DragOverlay>
    </DndContext>
  )
}

function isDragged(id: string) {
  return (row: Row) => row.id === id
}

function rowElement(tree: HTMLElement | null, id: string): HTMLElement | null {
  return tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null
}
