import { StudioError } from '../../../../shared/errors.ts'
import { isRoot, type ProjectRecord, type Reference, referencesOf } from '../../../../shared/model/records.ts'
import type { Database } from '../driver.ts'

/**
 * What a change did to who names whom, gathered while it is written and judged when all of it is: only the end counts,
 * because records of one change may name each other in any order.
 */
export type ReferenceCheck = {
  /** Records that are gone: nobody may name them any more. */
  removed: Set<string>
  /** References that are new: what they lead to must be there and of the right type. */
  named: { from: ProjectRecord; reference: Reference }[]
  /** Records whose owner may have changed: exactly one must be left. */
  owned: Set<string>
}

export const newReferenceCheck = (): ReferenceCheck => ({ removed: new Set(), named: [], owned: new Set() })

/** Brings the index from what `before` names to what `after` names (null: no such record), and notes what to judge. */
export function updateReferences(
  database: Database,
  before: ProjectRecord | null,
  after: ProjectRecord | null,
  check: ReferenceCheck,
) {
  const old = keyed(before)
  const fresh = keyed(after)
  if (after) requireEachChildOnce(after)
  if (before && !after) check.removed.add(before.id)
  if (after && !before && !isRoot(after)) check.owned.add(after.id)
  for (const [key, { id, isOwned }] of old) {
    if (!before || fresh.has(key)) continue
    database
      .statement('DELETE FROM reference WHERE from_id = ? AND to_id = ? AND owned = ?')
      .run(before.id, id, Number(isOwned))
    if (isOwned) check.owned.add(id)
  }
  for (const [key, reference] of fresh) {
    if (!after || old.has(key)) continue
    database
      .statement('INSERT INTO reference (from_id, to_id, owned) VALUES (?, ?, ?)')
      .run(after.id, reference.id, Number(reference.isOwned))
    check.named.push({ from: after, reference })
    if (reference.isOwned) check.owned.add(reference.id)
  }
}

function keyed(record: ProjectRecord | null): Map<string, Reference> {
  if (!record) return new Map()
  return new Map(
    referencesOf(record).map((reference) => [
      `${reference.isOwned} ${reference.type} ${reference.id}`,
      reference,
    ]),
  )
}

function requireEachChildOnce(record: ProjectRecord) {
  const seen = new Set<string>()
  for (const { id, isOwned } of referencesOf(record)) {
    if (!isOwned) continue
    if (seen.has(id)) throw broken(`${nameOf(record)} lists ${id} twice`)
    seen.add(id)
  }
}

/** Throws `rule-broken` when the records do not fit together any more. */
export function requireWhole(database: Database, check: ReferenceCheck) {
  for (const { from, reference } of check.named) {
    const type = typeOf(database, reference.id)
    if (type === null) throw broken(`${nameOf(from)} names ${reference.id}, which is not there`)
    if (type !== reference.type)
      throw broken(`${nameOf(from)} names ${reference.id} as ${reference.type}, and it is a ${type}`)
  }
  const naming = database.statement<{ from_id: string }>('SELECT from_id FROM reference WHERE to_id = ?')
  for (const id of check.removed) {
    const first = typeOf(database, id) === null ? naming.get(id) : undefined
    if (first) throw broken(`${id} was removed, and ${first.from_id} still names it`)
  }
  const owners = database.statement<{ from_id: string }>(
    'SELECT from_id FROM reference WHERE to_id = ? AND owned = 1 LIMIT 2',
  )
  for (const id of check.owned) {
    const type = typeOf(database, id)
    if (type === null) continue
    const [first, second] = owners.all(id)
    if (!first) throw broken(`nothing holds the ${type} ${id}`)
    if (second) throw broken(`both ${first.from_id} and ${second.from_id} hold the ${type} ${id}`)
  }
}

function typeOf(database: Database, id: string): string | null {
  return database.statement<{ type: string }>('SELECT type FROM record WHERE id = ?').get(id)?.type ?? null
}

const nameOf = (record: ProjectRecord) => `${record.type} ${record.id}`
const broken = (problem: string) => new StudioError('rule-broken', { problem })
