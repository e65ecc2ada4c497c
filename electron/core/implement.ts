import { implement, ORPCError, ValidationError } from '@orpc/server'
import { contract } from '../../shared/contract/index.ts'
import { errorTable, isErrorCode, StudioError } from '../../shared/errors.ts'
import type { Ports } from './ports.ts'

export type CallContext = { ports: Ports }

/**
 * The contract, ready to be implemented: `operations.project.open.handler(…)`. Whatever a handler throws reaches the
 * caller as one of the contract's errors.
 */
export const operations = implement(contract)
  .$context<CallContext>()
  .use(async ({ context, next, path }) => {
    const name = path.join('.')
    const startedAt = context.ports.now()
    try {
      const result = await next()
      context.ports.log(`${name} ${context.ports.now() - startedAt} ms`)
      return isAsyncIterator(result.output)
        ? { ...result, output: withErrors(result.output, name, context.ports) }
        : result
    } catch (error) {
      throw asOperationError(error, name, context.ports)
    }
  })

/** Work that yields: errors thrown between two events become the contract's errors too. */
async function* withErrors(events: AsyncIterable<unknown>, name: string, ports: Ports) {
  try {
    yield* events
  } catch (error) {
    throw asOperationError(error, name, ports)
  }
}

function asOperationError(error: unknown, name: string, ports: Ports): unknown {
  const failure = asStudioError(error, name)
  const detail = failure.code === 'internal' && error instanceof Error ? error.stack : failure.message
  ports.log(`${name} failed: ${failure.code} ${detail}`)
  return new ORPCError(failure.code, {
    status: errorTable[failure.code].status,
    data: failure.details,
    message: failure.message,
    cause: error,
    defined: true,
  })
}

function asStudioError(error: unknown, name: string): StudioError {
  if (error instanceof StudioError) return error
  if (error instanceof ORPCError) {
    if (isErrorCode(error.code)) return new StudioError(error.code, error.data as never, { cause: error })
    if (error.code === 'BAD_REQUEST')
      return new StudioError(
        'invalid-input',
        { what: `${name} was asked wrongly: ${issuesOf(error.cause)}.` },
        { cause: error },
      )
  }
  return new StudioError('internal', { operation: name }, { cause: error })
}

/** What a validation found, as half a sentence. */
function issuesOf(cause: unknown): string {
  if (!(cause instanceof ValidationError)) return 'its input has the wrong shape'
  const words = cause.issues.map(({ path, message }) => {
    const keys = (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part))
    return keys.length > 0 ? `${keys.join('.')}: ${message}` : message
  })
  return words.slice(0, 3).join('; ').replace(/\.$/, '')
}

function isAsyncIterator(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
