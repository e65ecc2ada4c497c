import { implement, ORPCError } from '@orpc/server'
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
  if (error instanceof ORPCError) return error
  const isOurs = error instanceof StudioError && isErrorCode(error.code)
  ports.log(
    `${name} failed: ${isOurs ? `${error.code} ${error.message}` : error instanceof Error ? error.stack : String(error)}`,
  )
  const failure: StudioError = isOurs
    ? (error as StudioError)
    : new StudioError('internal', { operation: name }, { cause: error })
  return new ORPCError(failure.code, {
    status: errorTable[failure.code].status,
    data: failure.details,
    message: failure.message,
    cause: error,
    defined: true,
  })
}

function isAsyncIterator(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
