import { useMemo } from 'react'
import { childId, newKey } from '../../../shared/ids.ts'
import type { StepKind } from '../../../shared/model/steps/index.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import type { ProjectDocument } from '../document/document.ts'
import { placeOf } from '../document/places.ts'
import { stepEditorOf } from '../steps/index.ts'
import { offerUndo } from '../ui/offer-undo.tsx'
import {
  addModule,
  addSeries,
  addStep,
  duplicate,
  idForCopy,
  move,
  moveBy,
  remove,
  rename,
} from './actions.ts'
import type { DropPlace } from './drop.ts'
import { nameOf } from './names.ts'

/** What can be done to the outline, from wherever: rows, menus, keys, the palette. */
export type OutlineCommands = ReturnType<typeof outlineCommands>

export function useCommands(): OutlineCommands {
  const document = useDocument()
  return useMemo(() => outlineCommands(document), [document])
}

function outlineCommands(document: ProjectDocument) {
  const { edit, select } = document
  const now = () => document.state.getState()
  const name = (id: string) => nameOf(now().records[id])

  /** Loads what `id` holds, so that all of it can be copied or removed. */
  async function loadWhole(id: string) {
    const record = now().records[id]
    const modules = record?.type === 'series' ? record.modules : record?.type === 'module' ? [id] : []
    for (const module of modules) await document.loadModule(module)
  }

  return {
    select(id: string) {
      const place = placeOf(now().records, id)
      if (place) select(place)
    },
    addSeries(): string {
      const id = newKey()
      edit('Add series', (draft) => void addSeries(draft, id))
      return id
    },
    addModule(series: string | null): string {
      const id = newKey()
      edit('Add module', (draft) => void addModule(draft, series, id))
      select({ module: id, step: null })
      return id
    },
    /** Adds a step after the one that is selected, or at the end, and selects it. */
    addStep(kind: StepKind, module: string | null = now().selection.module): string | null {
      if (module === null) return null
      const { selection } = now()
      const after = selection.module === module ? selection.step : null
      const id = childId(module)
      const label = `Add ${(stepEditorOf(kind)?.label ?? 'step').toLowerCase()}`
      edit(label, (draft) => addStep(draft, { module, kind, after, id }))
      select({ module, step: id })
      return id
    },
    rename(id: string, title: string) {
      edit('Rename', (draft) => rename(draft, id, title))
    },
    move(id: string, { parent, index }: DropPlace) {
      edit('Move', (draft) => move(draft, id, parent, index))
    },
    moveBy(id: string, by: -1 | 1) {
      edit('Move', (draft) => moveBy(draft, id, by))
    },
    async duplicate(id: string) {
      await loadWhole(id)
      const { records } = now()
      const copy = idForCopy(records, id)
      edit(`Duplicate “${shortened(name(id))}”`, (draft) => duplicate(draft, id, copy))
      const place = placeOf(now().records, copy)
      if (place) select(place)
    },
    async remove(id: string) {
      await loadWhole(id)
      const before = now()
      const title = shortened(name(id))
      const label = `Delete “${title}”`
      const next = neighbour(before.records, id)
      edit(label, (draft) => remove(draft, id))
      if (before.selection.step === id && next !== null)
        select({ module: before.selection.module, step: next })
      offerUndo(document, label, `“${title}” was deleted.`)
    },
  }
}

/** The step to show once `id` is gone. */
function neighbour(
  records: ReturnType<ProjectDocument['state']['getState']>['records'],
  id: string,
): string | null {
  const module = Object.values(records).find(
    (record) => record.type === 'module' && record.steps.includes(id),
  )
  if (module?.type !== 'module') return null
  const index = module.steps.indexOf(id)
  return module.steps[index + 1] ?? module.steps[index - 1] ?? null
}

function shortened(title: string): string {
  return title.length > 60 ? `${title.slice(0, 57)}…` : title
}
