/** The object an LMS offers, as SCORM 1.2 names it. Real ones answer strings, booleans or nothing at all. */
export type Scorm12Api = {
  LMSInitialize: (empty: '') => unknown
  LMSFinish: (empty: '') => unknown
  LMSGetValue: (element: string) => unknown
  LMSSetValue: (element: string, value: string) => unknown
  LMSCommit: (empty: '') => unknown
  LMSGetLastError: () => unknown
}

/**
 * Makes a call that answers true or false, and answers null when it succeeded, else the error's number or `exception`.
 * “false” with error 0 is a success: some LMSs say so and have saved. Never throws.
 */
export function ask(api: Scorm12Api, call: () => unknown): string | null {
  try {
    if (asWords(call()) === 'true') return null
    const error = asWords(api.LMSGetLastError()) || '0'
    return error === '0' ? null : error
  } catch {
    // The LMS's own page failed, perhaps because it was closed behind ours.
    return 'exception'
  }
}

/** A value, or an empty string when the LMS has none, does not know the element, or fails. Never throws. */
export function read(api: Scorm12Api, element: string): string {
  try {
    return asWords(api.LMSGetValue(element))
  } catch {
    return ''
  }
}

function asWords(answer: unknown): string {
  return typeof answer === 'string' || typeof answer === 'number' || typeof answer === 'boolean'
    ? String(answer)
    : ''
}
