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
  /** How words are to be said that voices get wrong, in all podcasts of the project; absent where there are none. */
  pronunciation: z.record(z.string().min(1), z.string()).optional(),
})
export type Project = z.infer<typeof projectSchema>
