import * as z from 'zod'
import { recordId, title } from './base.ts'

/** The id of the one project record. */
export const projectId = 'project'

export const projectSchema = z.strictObject({
  id: z.literal(projectId),
  type: z.literal('project'),
  title,
  /** The series, in the author's order. A module belongs to exactly one series. */
  series: z.array(recordId),
})
export type Project = z.infer<typeof projectSchema>
