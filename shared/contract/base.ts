import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { type ErrorCode, errorTable } from '../errors.ts'

const errorDetails = z.record(z.string(), z.union([z.string(), z.number()]))

/** Exported, so that the compiler can name it: spelt out in every operation, it is longer than it writes. */
export type ErrorMap = { [Code in ErrorCode]: { status: number; data: typeof errorDetails } }
const errorMap = Object.fromEntries(
  Object.entries(errorTable).map(([code, { status }]) => [code, { status, data: errorDetails }]),
) as ErrorMap

/** Where every operation starts: any of the studio's errors may come back, typed. `summary` is one line for the docs. */
export function operation(summary: string) {
  return oc.errors(errorMap).route({ summary })
}

/**
 * What long work yields: progress while it runs, `done` once at the end. Aborting the call cancels the work.
 * `fraction` is 0 to 1, or null while it cannot be told; `secondsLeft` likewise.
 */
export const progressSchema = z.strictObject({
  type: z.literal('progress'),
  phase: z.string(),
  fraction: z.number().min(0).max(1).nullable(),
  secondsLeft: z.number().min(0).nullable(),
})
export type Progress = z.infer<typeof progressSchema>

/** The output schema of an operation that yields progress, then one result. */
export function progressThen<Result extends z.ZodType>(result: Result) {
  return eventIterator(
    z.discriminatedUnion('type', [progressSchema, z.strictObject({ type: z.literal('done'), result })]),
  )
}
export type ProgressOr<Result> = Progress | { type: 'done'; result: Result }

/** Who asks, and which undo step what is new goes into: that of the edit that uses it. */
export const joined = { mergeKey: z.string().max(200).optional(), by: z.string().max(60).optional() }

/** The handle of an open project. It is made of the folder's path, so it stays the same over restarts. */
export const projectHandle = z.string().regex(/^[0-9a-f]{16}$/)
