import { stepOf } from '../../../../shared/activity/steps/index.ts'
import { hash } from '../../../../shared/activity/suspend/base64.ts'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import type { Launch } from './launch.ts'

type Activity = { id: string; definition?: unknown }
type Lists = Partial<Record<'parent' | 'grouping' | 'category' | 'other', Activity[]>>

export type Context = {
  registration?: string
  contextActivities?: Lists
  extensions?: Record<string, unknown>
  [field: string]: unknown
}

export type Statement = {
  id: string
  actor: unknown
  verb: { id: string; display: Record<string, string> }
  object: Activity
  result?: Record<string, unknown>
  context: Context
  timestamp: string
}

export type StatementParts = {
  /** The last part of the verb's IRI at ADL, or a whole IRI. */
  verb: string
  object: Activity
  result?: Record<string, unknown>
  lists?: Lists
  extensions?: Record<string, unknown>
}

const adlVerbs = 'http://adlnet.gov/expapi/verbs/'

export const adlVerb = (name: string) => adlVerbs + name

/** A version 4 UUID. `randomUUID` is there on https only, and LMSs of an intranet are not. */
export function newId(): string {
  return '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, (digit) => {
    const random = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0
    return (Number(digit) ^ (random & (15 >> (Number(digit) / 4)))).toString(16)
  })
}

/**
 * The id of what is said once in a registration. It follows from what it is about: a page that was killed after saying it and
 * before noting so says the same again, and an LRS knows it for the same.
 */
export function onlyId({ registration, activity }: Launch, verb: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(registration ?? '')) return newId()
  const mark = hash(`${activity} ${verb}`).toString(16).padStart(8, '0')
  return mark + registration?.slice(8)
}

/** A statement of the launch's learner, now, in the context that the record keeper asks for. */
export function makeStatement(launch: Launch, parts: StatementParts, id = newId()): Statement {
  const { verb, object, result, lists = {}, extensions = {} } = parts
  const { template } = launch
  const contextActivities: Lists = { ...template.contextActivities }
  for (const [name, activities] of Object.entries(lists) as [keyof Lists, Activity[]][])
    contextActivities[name] = [...(contextActivities[name] ?? []), ...activities]
  return {
    id,
    actor: launch.actor,
    verb: {
      id: verb.includes(':') ? verb : adlVerb(verb),
      display: { en: verb.replace(/^.*\//, '') },
    },
    object,
    ...(result && { result }),
    context: {
      ...template,
      contextActivities,
      // What the record keeper says of the session comes last: nothing of ours may stand in its place.
      extensions: { ...extensions, ...template.extensions },
    },
    timestamp: new Date().toISOString(),
  }
}

/** A statement that an earlier visit could not send, as one of this visit's session; its id and its time stay. */
export function inSession(statement: Statement, { template }: Launch): Statement {
  const extensions = { ...statement.context.extensions, ...template.extensions }
  return { ...statement, context: { ...statement.context, extensions } }
}

/** The IRI under which parts of the module are known: the publisher's, where the record keeper tells it. */
export function partId({ template, activity }: Launch, part: string): string {
  const module = template.contextActivities?.grouping?.[0]?.id ?? activity
  return `${module.replace(/\/*$/, '')}/${encodeURIComponent(part)}`
}

/** A step of the module, or what is `within` it, as an activity of that type. */
export function stepActivity(
  bundle: Bundle,
  launch: Launch,
  step: string,
  type: string,
  within = '',
): Activity {
  const title = stepOf(bundle, step)?.title
  return {
    id: partId(launch, step) + within,
    definition: { type, ...(title && { name: { [bundle.language]: title } }) },
  }
}
