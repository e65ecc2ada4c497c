import type { Objective } from '../../../../shared/activity/session/objectives.ts'
import type { TrackingSettings } from '../../../../shared/bundle/format.ts'
import type { Interaction, Recorded } from '../types.ts'
import type { ScormApi } from './api.ts'
import type { Edition, Value } from './edition.ts'
import { identifier } from './formats.ts'

/** How much a status says; a lower one never replaces a higher one. */
const ranks: Record<string, number> = { incomplete: 1, failed: 2, completed: 3, passed: 4 }

/** What a status or a score is worth; less than anything when there is none. */
function worth(words: string): number {
  return ranks[words] ?? (words.trim() !== '' && Number.isFinite(Number(words)) ? Number(words) : -1)
}

/** Knows what the LMS has of this learner, and makes the values that add to it. */
export type RecordBook = {
  /** The LMS took a value. */
  taken: (element: string, value: string) => void
  /**
   * A state as values in the order in which they are set: a score before the status it belongs to. What would lower a
   * result the LMS has is left out, and so is a score while there is none.
   */
  valuesOf: (recorded: Recorded, tells: TrackingSettings['status']) => Value[]
  /** A checked question as the next interaction; nothing where the LMS takes none. */
  interactionValues: (interaction: Interaction, at: Date) => Value[]
}

export function openRecordBook({ read }: ScormApi, edition: Edition): RecordBook {
  const known = new Map<string, string>()
  const fieldsOf = (list: string) =>
    read(`cmi.${list}._children`)
      .split(',')
      .map((field) => field.trim())
  const countOf = (list: string) => Math.max(0, worth(read(`cmi.${list}._count`)))

  const interactionFields = fieldsOf('interactions')
  let interactions = interactionFields.includes('id') ? countOf('interactions') : 0

  const objectiveFields = fieldsOf('objectives')
  /** How many objectives the LMS had at the start: only of those is there anything to read. */
  const had = objectiveFields.includes('id') ? countOf('objectives') : 0
  const objectives = Array.from({ length: had }, (_, place) => read(`cmi.objectives.${place}.id`))

  /** The values if the last of them is worth more than what the LMS has in its place, else none. */
  function raising(values: Value[], isNew = false): Value[] {
    const last = values.at(-1)
    if (!last) return []
    const [element, value] = last
    if (!known.has(element)) known.set(element, isNew ? '' : read(element))
    return worth(value) > worth(known.get(element) ?? '') ? values : []
  }

  function objectiveValues(objective: Objective): Value[] {
    const id = identifier(objective.id)
    let place = objectives.indexOf(id)
    if (place < 0) place = objectives.push(id) - 1
    const below = (values: Value[]) =>
      values
        .filter(([field]) => objectiveFields.includes(field.split('.', 1)[0] ?? ''))
        .map(([field, value]): Value => [`cmi.objectives.${place}.${field}`, value])
    const isNew = place >= had
    const score = objective.score === null ? [] : below(edition.objectiveScore(objective.score))
    return [
      ...(isNew ? below([['id', id]]) : []),
      ...raising(score, isNew),
      ...below(edition.objectiveValues(objective)).flatMap((value) =>
        value[0].endsWith('status') ? raising([value], isNew) : [value],
      ),
    ]
  }

  return {
    taken: (element, value) => known.set(element, value),
    valuesOf: ({ packed, step, result, objectives: standings }, tells) => [
      ['cmi.suspend_data', packed],
      // On the results nothing is said of the place: some run-times refuse empty words.
      ...(step === null ? [] : [[edition.location, identifier(step)] as Value]),
      ...(objectiveFields.includes('id') ? standings.flatMap(objectiveValues) : []),
      ...(result.score === null ? [] : raising(edition.scoreValues(result.score))),
      ...edition.statusValues(result, tells).flatMap((value) => raising([value])),
    ],
    interactionValues(interaction, at) {
      if (!interactionFields.includes('id')) return []
      const place = interactions++
      return edition
        .interactionValues(interaction, at)
        .filter(([field]) => interactionFields.includes(field.split('.', 1)[0] ?? ''))
        .map(([field, value]) => [`cmi.interactions.${place}.${field}`, value])
    },
  }
}
