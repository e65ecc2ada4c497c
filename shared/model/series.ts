import * as z from 'zod'
import { recordId, title } from './base.ts'

/** Modules that belong together, in the order a learner should take them. */
export const seriesSchema = z.strictObject({
  id: recordId,
  type: z.literal('series'),
  title,
  modules: z.array(recordId),
})
export type Series = z.infer<typeof seriesSchema>
