import type { ScormCall } from '../../shared/lms/strict-scorm12.ts'

const reasons: Record<string, string> = {
  '101': 'called out of turn',
  '201': 'not a legal place or argument',
  '301': 'the session was not open',
  '401': 'SCORM 1.2 has no such value',
  '402': 'the name is reserved',
  '403': 'only the LMS may set it',
  '404': 'it cannot be read',
  '405': 'not a legal value, or too long',
}

/** Longer values are cut in a sentence for people. */
const longest = 60

/** What a strict LMS refused, in words; null when it took the call. */
export function problemOf({ method, element, value, error }: ScormCall): string | null {
  if (error === '0') return null
  const shown = value.length > longest ? `${value.slice(0, longest)}… (${value.length} characters)` : value
  const reason = reasons[error] ?? `error ${error}`
  if (method === 'LMSSetValue')
    return `A strict LMS would refuse “${shown}” for ${element}: ${reason} (error ${error}).`
  return `A strict LMS would refuse ${method}(${element}): ${reason} (error ${error}).`
}
