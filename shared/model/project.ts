import * as z from 'zod'
import { targetProfileIds } from '../lms/profiles.ts'
import { recordId, title } from './base.ts'

/** The id of the one project record. */
export const projectId = 'project'

export const projectSchema = z.strictObject({
  id: z.literal(projectId),
  type: z.literal('project'),
  title,
  /** The series, in the author's order. A module belongs to exactly one series. */
  series: z.array(recordId),
  /** The LMS that packages are made for. */
  target: z.enum(targetProfileIds),
})
export type Project = z.infer<typeof projectSchema>
