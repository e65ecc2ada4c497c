import { ORPCError } from '@orpc/client'
import { type ErrorCode, type ErrorDetails, isErrorCode, StudioError } from '../../../shared/errors.ts'

/**
 * Any failure of a call as the StudioError it was in the core, so that its sentence can be shown. A call that never reached
 * the core becomes `studio-unreachable`; an aborted one `cancelled`.
 */
export function asStudioError(error: unknown): StudioError {
  if (error instanceof StudioError) return error
  if (error instanceof ORPCError) return fromCode(error.code, error.data) ?? unexpected(error.message)
  if (isAbort(error)) return new StudioError('cancelled', { what: 'The work' })
  // fetch fails with a TypeError when nothing answers.
  if (error instanceof TypeError) return new StudioError('studio-unreachable', { problem: error.message })
  return unexpected(error instanceof Error ? error.message : String(error))
}

/** The StudioError that a byte route answered as JSON (`{ code, message, details }`), or `internal` when it is none. */
export function fromAnswer(body: unknown, operation: string): StudioError {
  const { code, details } = (body ?? {}) as { code?: unknown; details?: unknown }
  return fromCode(code, details) ?? new StudioError('internal', { operation })
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
