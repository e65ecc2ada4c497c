import { elements, isResponse, typesWithOneAnswer } from './strict-scorm2004-model.ts'

/**
 * A strict SCORM 2004 (4th edition) run-time in front of a real one: every call is checked against the specification at its
 * narrowest and against Moodle's strict mode (LMS facts, “Limits”), recorded, and only then handed on. It imports its
 * data model and nothing else, so that a page can load both as they are, without their types.
 */

export type Scorm2004Api = {
  Initialize: (parameter: string) => string
  Terminate: (parameter: string) => string
  GetValue: (element: string) => string
  SetValue: (element: string, value: string) => string
  Commit: (parameter: string) => string
  GetLastError: () => string
  GetErrorString: (code: string) => string
  GetDiagnostic: (code: string) => string
}

export type Scorm2004Call = {
  method: keyof Scorm2004Api
  element: string
  value: string
  result: string
  /** The error number after the call; `0` when all is well. 403 of a `GetValue` is no fault: there is no value yet. */
  error: string
}

const ok = '0'
const invalidArgument = '201'
const setFailed = '351'
const unknownElement = '401'
const noValueYet = '403'
const readOnly = '404'
const writeOnly = '405'
const wrongType = '406'
const notEstablished = '408'

/** The error numbers of each method before, after and outside a visit. */
const closedErrors = {
  Terminate: ['112', '113'],
  GetValue: ['122', '123'],
  SetValue: ['132', '133'],
  Commit: ['142', '143'],
} as const

/**
 * `inner` with a guard in front. `record` gets every call with what came of it; the error number a refused call leaves
 * behind is answered by the next `GetLastError`, as in any run-time.
 */
export function strictScorm2004(inner: Scorm2004Api, record: (call: Scorm2004Call) => void): Scorm2004Api {
  let state: 'before' | 'running' | 'ended' = 'before'
  let lastError = ok
  /** What was set in this visit; beside what `inner` had before. */
  const set = new Map<string, string>()

  function settle(call: Omit<Scorm2004Call, 'error'>, error: string): string {
    lastError = error
    record({ ...call, error })
    return call.result
  }

  /** Runs `action` on the real run-time; what that one finds wrong counts, too. */
  function pass(call: Omit<Scorm2004Call, 'result' | 'error'>, action: () => string): string {
    const result = action()
    const error = inner.GetLastError()
    const isMissing = call.method === 'GetValue' && result === '' && !set.has(call.element)
    return settle({ ...call, result }, error === ok && isMissing ? noValueYet : error)
  }

  /** Null while a visit runs, else the method's error. */
  function closed(method: keyof typeof closedErrors): string | null {
    return state === 'running' ? null : closedErrors[method][state === 'before' ? 0 : 1]
  }

  function session(method: 'Initialize' | 'Terminate' | 'Commit', parameter: string): string {
    const call = { method, element: '', value: String(parameter) }
    if (parameter !== '') return settle({ ...call, result: 'false' }, invalidArgument)
    const error =
      method !== 'Initialize'
        ? closed(method)
        : state === 'before'
          ? null
          : state === 'running'
            ? '103'
            : '104'
    if (error) return settle({ ...call, result: 'false' }, error)
    if (method === 'Initialize') state = 'running'
    const result = pass(call, () => inner[method](''))
    if (method === 'Terminate') state = 'ended'
    return result
  }

  const has = (element: string) => valueOf(element) !== ''
  function valueOf(element: string): string {
    return set.get(element) ?? inner.GetValue(element)
  }

  /** How many a list holds, an earlier visit's among them. */
  function countOf(list: string): number {
    let count = Number(inner.GetValue(`${list}._count`)) || 0
    for (const element of set.keys())
      if (element.startsWith(`${list}.`))
        count = Math.max(count, Number.parseInt(element.slice(list.length + 1), 10) + 1)
    return count
  }

  /** The other entries' values in the list that `element` (`….2.id`) belongs to. */
  function siblings(element: string): string[] {
    const [, list = '', index = '', field = ''] = /^(.+)\.(\d+)\.(\w+)$/.exec(element) ?? []
    return Array.from({ length: countOf(list) }, (_, place) =>
      place === Number(index) ? '' : valueOf(`${list}.${place}.${field}`),
    )
  }

  /** What is wrong about setting an element of a list: its place, its order, or that it is there already. */
  function errorInList(element: string, value: string): string {
    const parts = element.split('.')
    for (const [place, part] of parts.entries())
      if (/^\d+$/.test(part) && Number(part) > countOf(parts.slice(0, place).join('.'))) return setFailed
    const [, entry = '', field = ''] = /^(cmi\.(?:objectives|interactions)\.\d+)\.(.+)$/.exec(element) ?? []
    if (entry === '') return ok
    if (field !== 'id' && !has(`${entry}.id`)) return notEstablished
    if (field === 'id' && entry.startsWith('cmi.objectives') && has(element) && valueOf(element) !== value)
      return setFailed
    const isObjective = field.endsWith('id') && element.includes('objectives')
    if (isObjective && siblings(element).includes(value)) return setFailed
    const isPattern = field.endsWith('.pattern')
    if (!isPattern && field !== 'learner_response') return ok
    const type = valueOf(`${entry}.type`)
    if (type === '') return notEstablished
    if (!isResponse(type, value, isPattern)) return wrongType
    const others = isPattern ? siblings(element).filter((other) => other !== '') : []
    return others.includes(value) || (typesWithOneAnswer.includes(type) && others.length > 0) ? setFailed : ok
  }

  function errorOfSet(element: unknown, value: unknown): string {
    const error = closed('SetValue')
    if (error) return error
    if (typeof element !== 'string' || element === '') return setFailed
    // A run-time turns whatever comes into a string; a number or a boolean here is a bug of the content.
    if (typeof value !== 'string') return wrongType
    if (/\._(children|count|version)$/.test(element)) return readOnly
    const found = elements[element.replace(/\.\d+(?=\.|$)/g, '.n')]
    if (!found) return unknownElement
    if (found.access === 'read') return readOnly
    const fault = found.check(value)
    return fault === ok ? errorInList(element, value) : fault
  }

  function errorOfGet(element: unknown): string {
    const error = closed('GetValue')
    if (error) return error
    if (typeof element !== 'string' || element === '') return '301'
    if (/\._(children|count|version)$|^adl\.nav\.request_valid\./.test(element)) return ok
    const found = elements[element.replace(/\.\d+(?=\.|$)/g, '.n')]
    if (!found) return unknownElement
    return found.access === 'write' ? writeOnly : ok
  }

  return {
    Initialize: (parameter) => session('Initialize', parameter),
    Terminate: (parameter) => session('Terminate', parameter),
    Commit: (parameter) => session('Commit', parameter),
    SetValue(element, value) {
      const call = { method: 'SetValue' as const, element: String(element), value: String(value) }
      const error = errorOfSet(element, value)
      if (error !== ok) return settle({ ...call, result: 'false' }, error)
      const result = pass(call, () => inner.SetValue(element, value))
      if (result !== 'false') set.set(element, value)
      return result
    },
    GetValue(element) {
      const call = { method: 'GetValue' as const, element: String(element), value: '' }
      const error = errorOfGet(element)
      if (error !== ok) return settle({ ...call, result: '' }, error)
      return pass(call, () => inner.GetValue(element))
    },
    GetLastError: () => lastError,
    GetErrorString: (code) => inner.GetErrorString(code),
    GetDiagnostic: (code) => inner.GetDiagnostic(code),
  }
}
