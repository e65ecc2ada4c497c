import * as z from 'zod'
import { recordId, title } from './base.ts'

/** Modules that belong together, in the order a learner should take them. */
export const seriesSchema = z.strictObject({
  id: recordId,
  type: z.literal('series'),
  title,
  modules: z.array(recordId),
  /** The address of the folder with the feed of its podcasts; absent until it is known. */
  feedSite: z.string().max(2000).optional(),
})
export type Series = z.infer<typeof seriesSchema>
