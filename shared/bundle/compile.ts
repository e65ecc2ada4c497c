import type { ProjectRecord, RecordMap } from '../model/records.ts'
import { createContext } from './context.ts'
import type { Bundle } from './format.ts'
import type { MediaRequest } from './media.ts'
import { compileStep } from './steps/index.ts'
import { directionOf } from './words.ts'

/** A module ready to play, and the files it refers to. */
export type Compiled = { bundle: Bundle; media: MediaRequest[] }

/**
 * Compiles a module: references resolved, author-only data left out, rich text as safe static HTML. Pure: the same records
 * give the same bundle, byte for byte. `records` are at least the module's own; `record-missing` when one is not there.
 */
export function compile({
  records,
  moduleId,
}: {
  records: RecordMap | readonly ProjectRecord[]
  moduleId: string
}): Compiled {
  const list: readonly ProjectRecord[] = Array.isArray(records) ? records : Object.values(records)
  const { context, requests } = createContext(new Map(list.map((record) => [record.id, record])), moduleId)
  const { module } = context
  const bundle: Bundle = {
    format: 1,
    id: module.id,
    title: module.title,
    language: module.language,
    direction: directionOf(module.language),
    minutes: module.minutes,
    outcomes: module.outcomes.map((id) => ({ id, text: context.require('outcome', id).text })),
    pass: module.pass,
    theme: module.theme,
    behaviour: module.behaviour,
    steps: module.steps.map((id) => compileStep(context.require('step', id), context)),
  }
  return { bundle, media: requests() }
}
