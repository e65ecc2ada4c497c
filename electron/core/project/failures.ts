import { StudioError } from '../../../shared/errors.ts'
import { databaseProblem } from './driver.ts'

/** What the database holds cannot be what we wrote. */
export class DamagedContent extends Error {}

/** Runs `work`; whatever SQLite or the file system throws in it comes out as a sentence about the project at `path`. */
export function speakingOf<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw asStudioError(error, path)
  }
}

/** `error` as a sentence about the project at `path`; an error that is none of SQLite's or the file system's stays. */
export function asStudioError(error: unknown, path: string): unknown {
  if (error instanceof StudioError || !(error instanceof Error)) return error
  const cause = { cause: error }
  if (error instanceof DamagedContent)
    return new StudioError('project-damaged', { path, problem: error.message }, cause)
  switch (databaseProblem(error)) {
    case 'full':
      return new StudioError('disk-full', { path }, cause)
    case 'read-only':
      return new StudioError('read-only', { path }, cause)
    case 'locked':
      return new StudioError('project-locked', { path }, cause)
    case 'not-a-database':
    case 'damaged':
      return new StudioError('project-damaged', { path, problem: error.message }, cause)
    case 'cannot-open':
    case 'other':
      return new StudioError('write-failed', { path, problem: error.message }, cause)
    case null:
      return fileSystemError(error, path)
  }
}

function fileSystemError(error: Error & { code?: unknown }, path: string): unknown {
  const cause = { cause: error }
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StudioError('disk-full', { path }, cause)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StudioError('read-only', { path }, cause)
    case 'ENOENT':
      return new StudioError('project-missing', { path }, cause)
    case 'ERR_INVALID_ARG_VALUE':
      return new StudioError('invalid-input', { what: 'That is not a path a folder can have.' }, cause)
    case 'ENAMETOOLONG':
      return new StudioError('invalid-input', { what: 'The path is longer than the system allows.' }, cause)
    default:
      return typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code)
        ? new StudioError('write-failed', { path, problem: error.message }, cause)
        : error
  }
}
