/** An xAPI statement as far as this LRS looks into it; whatever else it holds is kept as it came. */
export type Statement = {
  id: string
  verb: { id: string }
  object: { id?: string }
  result?: { completion?: boolean; success?: boolean; duration?: string; score?: { scaled?: number } }
  context?: { registration?: string; contextActivities?: { category?: { id?: string }[] } }
  timestamp?: string
} & Record<string, unknown>

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i

/** What keeps `data` from being a statement, in a sentence; null when it is one. */
export function faultOf(data: unknown): string | null {
  if (!isObject(data)) return 'A statement must be a JSON object.'
  if (typeof data.id !== 'string' || !uuid.test(data.id)) return 'A statement’s id must be a UUID.'
  if (!isObject(data.actor)) return 'A statement must say who did it: it has no actor.'
  if (!isObject(data.verb) || !isIri(data.verb.id)) return 'A statement’s verb must have an IRI as its id.'
  if (!isObject(data.object)) return 'A statement must say what it is about: it has no object.'
  const isActivity = data.object.objectType === undefined || data.object.objectType === 'Activity'
  if (isActivity && !isIri(data.object.id)) return 'An activity’s id must be an IRI.'
  if (data.timestamp !== undefined && !isTime(data.timestamp))
    return 'The timestamp must be an ISO 8601 time.'
  const scaled = isObject(data.result) && isObject(data.result.score) ? data.result.score.scaled : undefined
  if (scaled !== undefined && !(typeof scaled === 'number' && scaled >= -1 && scaled <= 1))
    return 'A scaled score must be a number from −1 to 1.'
  return null
}

export function isObject(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z][a-z\d+.-]*:\S+$/i.test(value)
}

function isTime(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
}
