import { childId, newKey } from '../../../shared/ids.ts'
import type { Draft } from '../../../shared/model/edit.ts'
import { createModule } from '../../../shared/model/module.ts'
import { projectId } from '../../../shared/model/project.ts'
import { createStep, type StepKind } from '../../../shared/model/steps/index.ts'
import { copySubtree, removeSubtree } from '../../../shared/model/tree.ts'
import type { RecordMap } from '../../../shared/model/records.ts'

/**
 * What the outline does to a project. Each is a recipe for `edit`; those that make something take the id it will have, so
 * that it can be selected at once.
 */

/** What a place in the outline can be. */
export type RowType = 'series' | 'module' | 'step'

const listNames = { project: 'series', series: 'modules', module: 'steps' } as const

/** The ordered ids inside a parent, free to be written. */
function listOf(draft: Draft, parent: string): string[] {
  const record = draft[parent]
  if (record?.type === 'project') return record.series
  if (record?.type === 'series') return record.modules
  if (record?.type === 'module') return record.steps
  return []
}

/** The record whose list holds `id`, or null. */
export function parentOf(records: RecordMap, id: string): string | null {
  for (const record of Object.values(records))
    if (record.type in listNames && listOf(records as Draft, record.id).includes(id)) return record.id
  return null
}

/** The place of `id` among its siblings. */
export function siblingsOf(
  records: RecordMap,
  id: string,
): { parent: string; ids: string[]; index: number } | null {
  const parent = parentOf(records, id)
  if (parent === null) return null
  const ids = listOf(records as Draft, parent)
  return { parent, ids, index: ids.indexOf(id) }
}

export function addSeries(draft: Draft, id: string = newKey()): string {
  draft[id] = { id, type: 'series', title: '', modules: [] }
  listOf(draft, projectId).push(id)
  return id
}

/** Adds a module at the end of a series; makes a series first when the project has none. */
export function addModule(draft: Draft, series: string | null, id: string = newKey()): string {
  const parent = series ?? listOf(draft, projectId).at(-1) ?? addSeries(draft)
  draft[id] = createModule({ id, title: '', language: languageInUse(draft) })
  listOf(draft, parent).push(id)
  return id
}

/** New modules speak the language of the others. */
function languageInUse(draft: Draft): string {
  const module = Object.values(draft).find((record) => record.type === 'module')
  return module?.type === 'module' ? module.language : 'en'
}

/** Adds an empty step to a module, after `after` or at the end. */
export function addStep(
  draft: Draft,
  { module, kind, after, id }: { module: string; kind: StepKind; after: string | null; id: string },
): void {
  draft[id] = createStep(kind, { id, title: '', language: languageInUse(draft) })
  insert(listOf(draft, module), id, after)
}

export function rename(draft: Draft, id: string, title: string): void {
  const record = draft[id]
  if (record && 'title' in record) record.title = title.slice(0, 300)
}

/** Puts `id` into `parent`’s list before the place `index` (counted without `id` itself). */
export function move(draft: Draft, id: string, parent: string, index: number): void {
  const from = parentOf(draft, id)
  if (from === null) return
  const source = listOf(draft, from)
  source.splice(source.indexOf(id), 1)
  listOf(draft, parent).splice(index, 0, id)
  const record = draft[id]
  // Outcomes belong to a module: in another one the step serves none yet.
  if (record?.type === 'step' && parent !== from) record.outcome = null
}

/** Moves `id` by one among its siblings. */
export function moveBy(draft: Draft, id: string, by: -1 | 1): void {
  const place = siblingsOf(draft, id)
  if (!place) return
  const index = place.index + by
  if (index >= 0 && index < place.ids.length) move(draft, id, place.parent, index)
}

/** The id a copy of `id` will have. */
export function idForCopy(records: RecordMap, id: string): string {
  const parent = parentOf(records, id)
  return records[id]?.type === 'step' && parent !== null ? childId(parent) : newKey()
}

/** Copies `id` with all it holds to the place after it, as `copy`. */
export function duplicate(draft: Draft, id: string, copy: string): void {
  const parent = parentOf(draft, id)
  if (parent === null) return
  const made = copySubtree(draft, id, copy)
  if (!made) return
  // Two feeds cannot be at one address.
  if (made.type === 'series') delete made.feedSite
  if ('title' in made && made.title !== '') rename(draft, copy, `${made.title} (copy)`)
  insert(listOf(draft, parent), copy, id)
}

/** Removes `id` with all it holds. */
export function remove(draft: Draft, id: string): void {
  const parent = parentOf(draft, id)
  if (parent !== null) {
    const list = listOf(draft, parent)
    list.splice(list.indexOf(id), 1)
  }
  removeSubtree(draft, id)
}

function insert(list: string[], id: string, after: string | null): void {
  const index = after === null ? -1 : list.indexOf(after)
  list.splice(index < 0 ? list.length : index + 1, 0, id)
}
