import { isRow, type OutlineLine, type Row } from './rows.ts'

/** What a key does in the outline. */
export type TreeCommand =
  | { do: 'focus'; id: string }
  | { do: 'expand' | 'collapse' | 'select' | 'rename' | 'delete' | 'duplicate' | 'menu' | 'feed'; id: string }
  | { do: 'move'; id: string; by: -1 | 1 }

type Key = { key: string; altKey: boolean; shiftKey: boolean; ctrlKey: boolean; metaKey: boolean }

/**
 * The ARIA tree pattern: arrows, Home and End move; Right and Left open, close and go in and out; Enter and Space select.
 * Beyond it: Alt+arrows move the row itself, F2 renames, Delete deletes, Ctrl/⌘+D duplicates, Shift+F10 opens the menu.
 */
export function commandFor(lines: readonly OutlineLine[], focused: string, key: Key): TreeCommand | null {
  const rows = lines.filter(isRow)
  const index = rows.findIndex((row) => row.id === focused)
  const row = rows[index]
  if (!row) return null
  if (key.altKey) return movement(row, key.key)
  if (key.ctrlKey || key.metaKey)
    return key.key.toLowerCase() === 'd' ? { do: 'duplicate', id: row.id } : null
  const focus = (target: Row | undefined): TreeCommand | null =>
    target ? { do: 'focus', id: target.id } : null
  switch (key.key) {
    case 'ArrowDown':
      return focus(rows[index + 1])
    case 'ArrowUp':
      return focus(rows[index - 1])
    case 'Home':
      return focus(rows[0])
    case 'End':
      return focus(rows.at(-1))
    case 'ArrowRight':
      if (row.isExpanded === false) return { do: 'expand', id: row.id }
      return row.isExpanded ? focus(rows.find((child) => child.parent === row.id)) : null
    case 'ArrowLeft':
      if (row.isExpanded) return { do: 'collapse', id: row.id }
      return focus(rows.find((parent) => parent.id === row.parent))
    case 'Enter':
    case ' ':
      return { do: 'select', id: row.id }
    case 'F2':
      return { do: 'rename', id: row.id }
    case 'Delete':
    case 'Backspace':
      return { do: 'delete', id: row.id }
    case 'ContextMenu':
      return { do: 'menu', id: row.id }
    case 'F10':
      return key.shiftKey ? { do: 'menu', id: row.id } : null
    default:
      return key.key.length === 1 ? focus(startingWith(rows, index, key.key)) : null
  }
}

function movement(row: Row, key: string): TreeCommand | null {
  if (key === 'ArrowUp' && row.position > 1) return { do: 'move', id: row.id, by: -1 }
  if (key === 'ArrowDown' && row.position < row.siblings) return { do: 'move', id: row.id, by: 1 }
  return null
}

function startingWith(rows: readonly Row[], from: number, letter: string): Row | undefined {
  const order = [...rows.slice(from + 1), ...rows.slice(0, from + 1)]
  return order.find((row) => row.title.toLowerCase().startsWith(letter.toLowerCase()))
}
