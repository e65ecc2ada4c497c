import { isDeepStrictEqual } from 'node:util'
import type { Asset } from '../../../../shared/model/asset.ts'
import { type Change, emptyChange } from '../../../../shared/model/change.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { ProjectAccess } from '../../domains.ts'
import type { ModuleSource } from '../module-source/read.ts'
import { ownedBy } from './ids.ts'
import { placeInSeries } from './series.ts'

/** Records as they will be: what was set here, else what the project holds; null is for none. */
export type Overlay = {
  get: (id: string) => ProjectRecord | null
  set: (record: ProjectRecord) => void
}

/**
 * The one change that makes the project hold `modules` as their files say: what is new is added, what differs is updated
 * in place, what a module no longer has is removed. Equal records are not touched, so a second import of the same file
 * changes nothing.
 */
export function changeFor(
  project: ProjectAccess,
  modules: readonly ModuleSource[],
  assets: Iterable<Asset>,
): Change {
  const after = new Map<string, ProjectRecord | null>()
  const overlay: Overlay = {
    get: (id) => (after.has(id) ? (after.get(id) ?? null) : project.record(id)),
    set: (record) => after.set(record.id, record),
  }
  for (const asset of assets) if (!project.record(asset.id)) overlay.set(asset)
  for (const { module, records, series } of modules) {
    const wanted = [module, ...records]
    const ids = new Set(wanted.map(({ id }) => id))
    for (const { id } of ownedBy(project, module.id)) if (!ids.has(id)) after.set(id, null)
    for (const record of wanted) overlay.set(withEpisode(record, project.record(record.id)))
    placeInSeries(project, overlay, module.id, series)
  }
  return difference(project, after)
}

/** A file does not hold what was rendered from its script: a step that is there already keeps it until it is rendered anew. */
function withEpisode(record: ProjectRecord, before: ProjectRecord | null): ProjectRecord {
  if (record.type !== 'step' || record.kind !== 'podcast') return record
  return before?.type === 'step' && before.kind === 'podcast'
    ? { ...record, episode: before.episode }
    : record
}

function difference(project: ProjectAccess, after: Map<string, ProjectRecord | null>): Change {
  const change = emptyChange()
  for (const [id, record] of after) {
    const before = project.record(id)
    if (!before && record) change.added[id] = record
    else if (before && !record) change.removed[id] = before
    else if (before && record && !isDeepStrictEqual(before, record)) change.updated[id] = [before, record]
  }
  return change
}
