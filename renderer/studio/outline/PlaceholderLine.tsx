import type { CSSProperties } from 'react'
import { useDroppable } from '@dnd-kit/core'
import type { EmptyRow, LoadingRow } from './rows.ts'
import classes from './outline.module.css'

const words = {
  series: 'No modules yet. Add one above.',
  module: 'No steps yet. Add one below.',
} as const

/** Stands where rows will be: while a module loads, and while there is nothing inside. */
export function PlaceholderLine({ line, isOver }: { line: LoadingRow | EmptyRow; isOver: boolean }) {
  const { setNodeRef } = useDroppable({ id: line.id })
  return (
    <div
      ref={setNodeRef}
      className={classes.placeholder}
      style={{ '--level': line.level } as CSSProperties}
      data-drop={isOver ? 'inside' : undefined}
    >
      {line.type === 'loading' ? 'Loading…' : words[line.of]}
    </div>
  )
}
