import { StudioError } from '../../../../shared/errors.ts'

/** The studio's error for what the operating system said when `path` (inside `project`) was written. */
export function writeFailure(error: unknown, { project, path }: { project: string; path: string }): unknown {
  if (error instanceof StudioError) return error
  const code = codeOf(error)
  if (!code) return error
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StudioError('disk-full', { path: project }, { cause: error })
  if (['EACCES', 'EPERM', 'EROFS'].includes(code))
    return new StudioError('read-only', { path: project }, { cause: error })
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new StudioError('project-gone', { path: project }, { cause: error })
  return new StudioError('write-failed', { path, problem: code }, { cause: error })
}

/** The studio's error for what the operating system said when the source `path` was read. */
export function readFailure(error: unknown, path: string): unknown {
  if (error instanceof StudioError) return error
  const code = codeOf(error)
  if (!code) return error
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new StudioError('file-missing', { path }, { cause: error })
  const problem = { EACCES: 'no permission', EPERM: 'no permission', EISDIR: 'it is a folder' }[code]
  return new StudioError('file-unreadable', { path, problem: problem ?? code }, { cause: error })
}

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null
}
