import { ORPCError } from '@orpc/client'
import { type ErrorDetails, errorTable, isErrorCode, StudioError } from '../../../shared/errors.ts'
import { UsageError } from './verb.ts'

export type Failure = {
  code: string
  message: string
  details: ErrorDetails
  exitCode: number
  /** How the verb goes, when it was written wrongly. */
  usage?: string
}

/** Any failure as what the command line says of it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError)
    return { code: 'invalid-input', message: error.message, details: {}, exitCode: 2, usage: error.usage }
  if ((error instanceof ORPCError || error instanceof StudioError) && isErrorCode(error.code))
    return {
      code: error.code,
      message: error.message,
      details: (error instanceof ORPCError ? error.data : error.details) as ErrorDetails,
      exitCode: errorTable[error.code].exit,
    }
  const failure = new StudioError('internal', { operation: 'command line' }, { cause: error })
  return {
    code: failure.code,
    message: failure.message,
    details: failure.details,
    exitCode: errorTable.internal.exit,
  }
}
