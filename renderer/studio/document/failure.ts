import type { ErrorCode, StudioError } from '../../../shared/errors.ts'

/** Failures of the place, not of the edit: the same edit can be saved once the place is put right. */
const passing: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'disk-full',
  'read-only',
  'project-gone',
  'project-locked',
  'project-not-open',
  'project-missing',
  'not-a-project',
  'project-damaged',
  'format-too-new',
  'write-failed',
  'studio-unreachable',
  'internal',
])

/** Whether an edit that failed like this stays queued, to be tried again. */
export function canBeTriedAgain(error: StudioError): boolean {
  return passing.has(error.code)
}
