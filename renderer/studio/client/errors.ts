import { ORPCError } from '@orpc/client'
import { type ErrorCode, type ErrorDetails, isErrorCode, StudioError } from '../../../shared/errors.ts'

/**
 * Any failure of a call as the StudioError it was in the core, so that its sentence can be shown. A call that never reached
 * the core becomes `studio-unreachable`; an aborted one `cancelled`.
 */
export function asStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error
  if (error instanceof ORPCError)
    return fromCode(error.code, error.data) ?? fromStatus(error.status) ?? unexpected(error.message)
  if (isAbort(error)) return new StudioError('cancelled', { what: 'The work' })
  // fetch fails with a TypeError when nothing answers.
  if (error instanceof TypeError) return new StudioError('studio-unreachable', { problem: error.message })
  return unexpected(error instanceof Error ? error.message : String(error))
}

/** The StudioError that a byte route answered as JSON (`{ code, message, details }`), or `internal` when it is none. */
export function fromAnswer(body: unknown, status: number, operation: string): StudioError {
  const { code, details } = (body ?? {}) as { code?: unknown; details?: unknown }
  return fromCode(code, details) ?? fromStatus(status) ?? new StudioError('internal', { operation })
}

/** The web shell's guard answers 401 to a page of an earlier launch: its cookie is no longer good. */
function fromStatus(status: number): StudioError | null {
  if (status !== 401) return null
  const problem = 'it was started anew; open the link it printed in a tab beside this one'
  return new StudioError('studio-unreachable', { problem })
}

function fromCode(code: unknown, details: unknown): StudioError | null {
  if (!isErrorCode(code)) return null
  return new StudioError<ErrorCode>(code, (details ?? {}) as ErrorDetails as never)
}

function unexpected(problem: string): StudioError {
  return new StudioError('internal', { operation: problem })
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}
