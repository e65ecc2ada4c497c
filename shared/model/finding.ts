import * as z from 'zod'

/**
 * What a check has to say. `block` stops publishing, `warn` is worth mending, `hint` could be better. A finding is data:
 * checks never throw for what an author wrote.
 */
export const findingSchema = z.strictObject({
  severity: z.enum(['block', 'warn', 'hint']),
  /** The rule's stable name: `image-alt-missing`. */
  rule: z.string(),
  where: z.strictObject({ module: z.string(), step: z.string().nullable(), record: z.string().nullable() }),
  /** What is wrong, with which thing, and what to do. */
  message: z.string(),
})
export type Finding = z.infer<typeof findingSchema>
