/**
 * A strict SCORM 1.2 run-time in front of a real one: every call is checked against the specification at its narrowest and
 * against Moodle's strict mode (LMS facts, “Limits”), recorded, and only then handed on. It imports nothing, so that a
 * page can load it as it is, without its types.
 */

export type Scorm12Api = {
  LMSInitialize: (parameter: string) => string
  LMSFinish: (parameter: string) => string
  LMSGetValue: (element: string) => string
  LMSSetValue: (element: string, value: string) => string
  LMSCommit: (parameter: string) => string
  LMSGetLastError: () => string
  LMSGetErrorString: (code: string) => string
  LMSGetDiagnostic: (code: string) => string
}

export type ScormCall = {
  method: keyof Scorm12Api
  element: string
  value: string
  result: string
  /** The error number after the call; `0` when all is well. */
  error: string
}

type Check = (value: string) => boolean
type Element = { access: 'read' | 'write' | 'both'; check: Check }

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    pattern.test(value)
const upTo =
  (length: number): Check =>
  (value) =>
    value.length <= length
/** Digits with or without decimals; no exponent, no bare point. */
const decimal = /^-?\d{1,3}(\.\d+)?$/
const between =
  (lowest: number, highest: number): Check =>
  (value) =>
    decimal.test(value) && Number(value) >= lowest && Number(value) <= highest

const words = upTo(255)
const identifier = matches(/^[\x21-\x7e]{1,255}$/)
const time = matches(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/)
const timespan = matches(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/)
const status = matches(/^(passed|completed|failed|incomplete|browsed)$/)
const score = between(0, 100)
const anything: Check = () => true

const read: Element = { access: 'read', check: anything }
const both = (check: Check): Element => ({ access: 'both', check })
const write = (check: Check): Element => ({ access: 'write', check })

/** SCORM 1.2 RTE, section 3.4. `n` stands for an index. */
const elements: Record<string, Element> = {
  'cmi.core.student_id': read,
  'cmi.core.student_name': read,
  'cmi.core.lesson_location': both(words),
  'cmi.core.credit': read,
  'cmi.core.lesson_status': both(status),
  'cmi.core.entry': read,
  'cmi.core.score.raw': both(score),
  'cmi.core.score.min': both(score),
  'cmi.core.score.max': both(score),
  'cmi.core.total_time': read,
  'cmi.core.lesson_mode': read,
  'cmi.core.exit': write(matches(/^(time-out|suspend|logout|)$/)),
  'cmi.core.session_time': write(timespan),
  'cmi.suspend_data': both(upTo(4096)),
  'cmi.launch_data': read,
  'cmi.comments': both(upTo(4096)),
  'cmi.comments_from_lms': read,
  'cmi.student_data.mastery_score': read,
  'cmi.student_data.max_time_allowed': read,
  'cmi.student_data.time_limit_action': read,
  'cmi.student_preference.audio': both(between(-1, 100)),
  'cmi.student_preference.language': both(words),
  'cmi.student_preference.speed': both(between(-100, 100)),
  'cmi.student_preference.text': both(between(-1, 1)),
  'cmi.objectives.n.id': both(identifier),
  'cmi.objectives.n.score.raw': both(score),
  'cmi.objectives.n.score.min': both(score),
  'cmi.objectives.n.score.max': both(score),
  'cmi.objectives.n.status': both(status),
  'cmi.interactions.n.id': write(identifier),
  'cmi.interactions.n.objectives.n.id': write(identifier),
  'cmi.interactions.n.time': write(time),
  'cmi.interactions.n.type': write(
    matches(/^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/),
  ),
  'cmi.interactions.n.correct_responses.n.pattern': write(words),
  'cmi.interactions.n.weighting': write(between(-100, 100)),
  'cmi.interactions.n.student_response': write(words),
  'cmi.interactions.n.result': write(
    (value) => /^(correct|wrong|unanticipated|neutral)$/.test(value) || decimal.test(value),
  ),
  'cmi.interactions.n.latency': write(timespan),
}

/** What a response looks like, by the interaction's type (RTE, section 3.4.7). Ids are one character each. */
const responses: Record<string, RegExp> = {
  'true-false': /^[01tf]$/,
  choice: /^([0-9a-z](,[0-9a-z])*)?$/,
  'fill-in': /^[\s\S]*$/,
  matching: /^([0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*)?$/,
  performance: /^[\s\S]*$/,
  sequencing: /^([0-9a-z](,[0-9a-z])*)?$/,
  likert: /^[0-9a-z]?$/,
  numeric: decimal,
}

const ok = '0'
const notInitialized = '301'
const invalidArgument = '201'
const notImplemented = '401'
const isKeyword = '402'
const readOnly = '403'
const writeOnly = '404'
const wrongType = '405'

/**
 * `inner` with a guard in front. `record` gets every call with what came of it; the error number a refused call leaves
 * behind is answered by the next `LMSGetLastError`, as in any run-time.
 */
export function strictScorm12(inner: Scorm12Api, record: (call: ScormCall) => void): Scorm12Api {
  let state: 'before' | 'running' | 'finished' = 'before'
  let lastError = ok
  const counts = new Map<string, number>()
  const types = new Map<string, string>()
  /** Responses that came before their interaction's type. */
  const early = new Map<string, string[]>()

  function settle(call: Omit<ScormCall, 'error'>, error: string): string {
    lastError = error
    record({ ...call, error })
    return call.result
  }

  /** Runs `action` on the real run-time; what that one finds wrong counts, too. */
  function pass(call: Omit<ScormCall, 'result' | 'error'>, action: () => string): string {
    const result = action()
    const error = inner.LMSGetLastError()
    return settle({ ...call, result }, error)
  }

  function session(method: 'LMSInitialize' | 'LMSFinish' | 'LMSCommit', parameter: string): string {
    const call = { method, element: '', value: String(parameter) }
    if (parameter !== '') return settle({ ...call, result: 'false' }, invalidArgument)
    if (method === 'LMSInitialize') {
      if (state !== 'before') return settle({ ...call, result: 'false' }, '101')
      state = 'running'
    } else if (state !== 'running') return settle({ ...call, result: 'false' }, notInitialized)
    const result = pass(call, () => inner[method](''))
    if (method === 'LMSFinish') state = 'finished'
    return result
  }

  /** How many a list holds, an earlier session's among them. */
  function countOf(list: string): number {
    return Math.max(counts.get(list) ?? 0, Number(inner.LMSGetValue(`${list}._count`)) || 0)
  }

  /** The indexes of an element must be ones in use, or the next one: `cmi.interactions.1` only after `…0`. */
  function isIndexInOrder(element: string): boolean {
    const parts = element.split('.')
    for (const [place, part] of parts.entries()) {
      if (!/^\d+$/.test(part)) continue
      const list = parts.slice(0, place).join('.')
      if (Number(part) > countOf(list)) return false
    }
    return true
  }

  function countIndexes(element: string): void {
    const parts = element.split('.')
    for (const [place, part] of parts.entries()) {
      if (!/^\d+$/.test(part)) continue
      const list = parts.slice(0, place).join('.')
      counts.set(list, Math.max(counts.get(list) ?? 0, Number(part) + 1))
    }
  }

  /** Whether a response has the form its interaction's type asks for; one without a type yet is looked at later. */
  function isResponseRight(element: string, value: string): boolean {
    const [, interaction = '', field = ''] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element) ?? []
    if (field === 'type') {
      types.set(interaction, value)
      return (early.get(interaction) ?? []).every((response) => responses[value]?.test(response))
    }
    if (field !== 'student_response' && !/^correct_responses\.\d+\.pattern$/.test(field)) return true
    const type = types.get(interaction)
    if (type) return responses[type]?.test(value) ?? false
    early.set(interaction, [...(early.get(interaction) ?? []), value])
    return true
  }

  function errorOfSet(element: unknown, value: unknown): string {
    if (state !== 'running') return notInitialized
    if (typeof element !== 'string' || element === '') return invalidArgument
    // A run-time turns whatever comes into a string; a number or a boolean here is a bug of the content.
    if (typeof value !== 'string') return wrongType
    if (/\._(children|count|version)$/.test(element)) return isKeyword
    const found = elements[element.replace(/\.\d+(?=\.|$)/g, '.n')]
    if (!found) return notImplemented
    if (found.access === 'read') return readOnly
    if (!isIndexInOrder(element)) return invalidArgument
    return found.check(value) && isResponseRight(element, value) ? ok : wrongType
  }

  function errorOfGet(element: unknown): string {
    if (state !== 'running') return notInitialized
    if (typeof element !== 'string' || element === '') return invalidArgument
    if (/\._(children|count|version)$/.test(element)) return ok
    const found = elements[element.replace(/\.\d+(?=\.|$)/g, '.n')]
    if (!found) return notImplemented
    return found.access === 'write' ? writeOnly : ok
  }

  return {
    LMSInitialize: (parameter) => session('LMSInitialize', parameter),
    LMSFinish: (parameter) => session('LMSFinish', parameter),
    LMSCommit: (parameter) => session('LMSCommit', parameter),
    LMSSetValue(element, value) {
      const call = { method: 'LMSSetValue' as const, element: String(element), value: String(value) }
      const error = errorOfSet(element, value)
      if (error !== ok) return settle({ ...call, result: 'false' }, error)
      countIndexes(element)
      return pass(call, () => inner.LMSSetValue(element, value))
    },
    LMSGetValue(element) {
      const call = { method: 'LMSGetValue' as const, element: String(element), value: '' }
      const error = errorOfGet(element)
      if (error !== ok) return settle({ ...call, result: '' }, error)
      return pass(call, () => inner.LMSGetValue(element))
    },
    LMSGetLastError: () => lastError,
    LMSGetErrorString: (code) => inner.LMSGetErrorString(code),
    LMSGetDiagnostic: (code) => inner.LMSGetDiagnostic(code),
  }
}
