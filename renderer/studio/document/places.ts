import type { Change } from '../../../shared/model/change.ts'
import { childrenOf, type ProjectRecord, type RecordMap } from '../../../shared/model/records.ts'

/** What is selected: a place in the outline. A step always comes with its module. */
export type Selection = { module: string | null; step: string | null }

export const nothingSelected: Selection = { module: null, step: null }

/** The record that owns `id`, among the records at hand. */
export function ownerOf(records: RecordMap, id: string): ProjectRecord | null {
  for (const record of Object.values(records)) if (childrenOf(record).includes(id)) return record
  return null
}

/**
 * The place in the outline where the record `id` is seen, or null when it is nowhere. Modules list their steps, so a step
 * has a place also while its module is not loaded.
 */
export function placeOf(records: RecordMap, id: string): Selection | null {
  let current = id
  let step: string | null = null
  for (let depth = 0; depth < 10; depth += 1) {
    if (records[current]?.type === 'module') return { module: current, step }
    const owner = ownerOf(records, current)
    if (!owner) return null
    if (owner.type === 'module' && owner.steps.includes(current)) step = current
    current = owner.id
  }
  return null
}

/**
 * Where a change is best seen once it is made: the step it left standing, else the module. A mere reordering keeps the step
 * that is selected. Null when the change is seen nowhere in the outline.
 */
export function placeOfChange(records: RecordMap, change: Change, selection: Selection): Selection | null {
  const standing = [...Object.keys(change.added), ...Object.keys(change.updated)]
  const places = standing.flatMap((id) => placeOf(records, id) ?? [])
  const best = places.find((place) => place.step !== null) ?? places[0] ?? null
  const isStructureAlone = best?.step === null && Object.values(change.updated).every(movesStepsAlone)
  if (best && isStructureAlone && best.module === selection.module) return stillThere(records, selection)
  return best
}

function movesStepsAlone([from, to]: [ProjectRecord, ProjectRecord]): boolean {
  return (
    from.type === 'module' &&
    to.type === 'module' &&
    JSON.stringify({ ...from, steps: to.steps }) === JSON.stringify(to)
  )
}

/** `selection` itself, or the nearest place that is still there. */
export function stillThere(records: RecordMap, selection: Selection): Selection {
  const { module, step } = selection
  const parent = module === null ? undefined : records[module]
  if (parent?.type !== 'module') return nothingSelected
  return step === null || parent.steps.includes(step) ? selection : { module, step: null }
}
