import { findApi } from '../find-api.ts'

/** The object an LMS offers. Real ones answer strings, booleans or nothing at all. */
export type RawApi = Record<string, (...words: string[]) => unknown>

/** An LMS's run-time by the methods' names in SCORM 2004, whichever edition it is. Nothing here throws. */
export type ScormApi = {
  /**
   * Makes a call that answers true or false; answers null when it succeeded, else the error's number or `exception`.
   * “false” with error 0 is a success: some LMSs say so and have saved.
   */
  ask: (method: string, ...words: string[]) => string | null
  /** A value, or an empty string when the LMS has none, does not know the element, or fails. */
  read: (element: string) => string
}

/** The run-time called `name` around this page, or null. `prefix` stands in front of its methods' names. */
export function scormApi(window: Window, name: string, prefix: string): ScormApi | null {
  const raw = findApi<RawApi>(window, name)
  if (!raw) return null
  const call = (method: string, words: string[]): string =>
    asWords((raw[prefix + method] as (...words: string[]) => unknown).apply(raw, words))
  return {
    ask(method, ...words) {
      try {
        if (call(method, words) === 'true') return null
        const error = call('GetLastError', []) || '0'
        return error === '0' ? null : error
      } catch {
        // The LMS's own page failed, perhaps because it was closed behind ours.
        return 'exception'
      }
    },
    read(element) {
      try {
        return call('GetValue', [element])
      } catch {
        return ''
      }
    },
  }
}

function asWords(answer: unknown): string {
  return typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean'
    ? String(answer)
    : ''
}
