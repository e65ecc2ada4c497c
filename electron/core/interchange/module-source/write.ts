import { stringify } from 'yaml'
import { childId, keyWithin } from '../../../../shared/ids.ts'
import type { Module, Outcome } from '../../../../shared/model/module.ts'
import type { ProjectRecord, RecordOf, RecordType } from '../../../../shared/model/records.ts'
import { writeBehaviour } from './behaviour.ts'
import { joinParts } from './fences.ts'
import { writeHeading } from './heading.ts'
import { writeStepBody } from './steps/index.ts'

export type ModuleWriting = {
  /** The module's outcomes, steps and questions. */
  records: readonly ProjectRecord[]
  /** The title of the series it is in; '' for none. */
  series: string
  /** The path that the source names an asset by; two assets never share one. */
  pathOf: (asset: string) => string
}

/** A module as source that reads as the same records again. */
export function writeModuleSource(module: Module, { records, series, pathOf }: ModuleWriting): string {
  const byId = new Map(records.map((record) => [record.id, record]))
  const all = <Type extends RecordType>(type: Type, ids: readonly string[]) =>
    ids.flatMap((id): RecordOf<Type>[] => {
      const record = byId.get(id)
      return record?.type === type ? [record as RecordOf<Type>] : []
    })
  const outcomes = all('outcome', module.outcomes)
  const context = { record: (id: string) => byId.get(id), pathOf, language: module.language }
  const steps = all('step', module.steps).flatMap((step) => {
    const outcome = outcomes.find(({ id }) => id === step.outcome)
    const key = keyWithin(module.id, step.id)
    const heading = writeHeading(step.title, key, [
      ['outcome', outcome ? keyWithin(module.id, outcome.id) : null],
      ['alternatives', step.alternatives],
      ['id', step.id === childId(module.id, key) ? null : step.id],
    ])
    return [heading, writeStepBody(step, context)]
  })
  return joinParts(writeMatter(module, outcomes, series), ...steps)
}

function writeMatter(module: Module, outcomes: readonly Outcome[], series: string): string {
  const matter = new Map<string, unknown>([
    ['id', module.id],
    ['title', module.title],
    ['language', module.language],
  ])
  if (module.minutes !== null) matter.set('minutes', module.minutes)
  if (outcomes.length > 0)
    matter.set(
      'outcomes',
      new Map(
        outcomes.map((outcome) => {
          const key = keyWithin(module.id, outcome.id)
          return [
            key,
            outcome.id === childId(module.id, key) ? outcome.text : { id: outcome.id, text: outcome.text },
          ]
        }),
      ),
    )
  if (module.pass !== null) matter.set('pass', module.pass)
  for (const [key, value] of writeBehaviour(module.behaviour)) matter.set(key, value)
  matter.set('theme', module.theme)
  if (series.trim() !== '') matter.set('series', series)
  return `---\n${stringify(matter, { lineWidth: 0 })}---\n`
}
