import { useCallback, useEffect, useState } from 'react'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { ownerOf } from '../document/places.ts'
import type { OutlineLine } from './rows.ts'
import { createStableLines } from './stable-lines.ts'

/** What the outline shows: its visible lines, and opening and closing them. Modules load when they are opened. */
export function useOutline(): {
  lines: OutlineLine[]
  setExpanded: (id: string, isExpanded: boolean) => void
} {
  const document = useDocument()
  const loaded = useDocumentState((state) => state.loaded)
  const [linesFor] = useState(createStableLines)
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(new Set())
  const [expanded, setExpandedModules] = useState<ReadonlySet<string>>(() => {
    const { module } = document.state.getState().selection
    return new Set(module === null ? [] : [module])
  })

  const setExpanded = useCallback(
    (id: string, isExpanded: boolean) => {
      const isSeries = document.state.getState().records[id]?.type === 'series'
      if (isSeries) setCollapsed((before) => withMember(before, id, !isExpanded))
      else setExpandedModules((before) => withMember(before, id, isExpanded))
    },
    [document],
  )

  useEffect(() => {
    // What is selected from elsewhere (undo, search) must be seen here.
    return document.state.subscribe(({ selection: { module }, records: all }, before) => {
      if (module === null || module === before.selection.module) return
      setExpandedModules((open) => withMember(open, module, true))
      const series = ownerOf(all, module)
      if (series) setCollapsed((closed) => withMember(closed, series.id, false))
    })
  }, [document])

  useEffect(() => {
    // A module that cannot be read says so in the canvas, when it is selected.
    for (const module of expanded) if (!loaded.has(module)) document.loadModule(module).catch(() => null)
  }, [document, expanded, loaded])

  const lines = useDocumentState((state) => linesFor(state.records, { collapsed, expanded }, state.loaded))
  return { lines, setExpanded }
}

function withMember(set: ReadonlySet<string>, id: string, isMember: boolean): ReadonlySet<string> {
  if (set.has(id) === isMember) return set
  const next = new Set(set)
  if (isMember) next.add(id)
  else next.delete(id)
  return next
}
