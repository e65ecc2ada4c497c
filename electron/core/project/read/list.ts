import type * as z from 'zod'
import type { listSchema } from '../../../../shared/contract/project.ts'
import { projectId } from '../../../../shared/model/project.ts'
import type { Database } from '../driver.ts'
import { recordsOf, requireRecord } from '../tables/records.ts'

export type ProjectList = z.infer<typeof listSchema>

/** Series, modules and steps in the author's order, and the assets, by id. */
export function listProject(database: Database): ProjectList {
  const project = requireRecord(database, 'project', projectId)
  const series = project.series.map((id) => requireRecord(database, 'series', id))
  const modules = series.flatMap((one) => one.modules.map((id) => requireRecord(database, 'module', id)))
  const steps = new Map(recordsOf(database, 'step').map((step) => [step.id, step]))
  return {
    project: project.title,
    series: series.map(({ id, title, modules }) => ({ id, title, modules })),
    modules: modules.map(({ id, title, steps: ids }) => ({
      id,
      title,
      steps: ids.flatMap((stepId) => {
        const step = steps.get(stepId)
        return step ? [{ id: step.id, kind: step.kind, title: step.title }] : []
      }),
    })),
    banks: [],
    assets: recordsOf(database, 'asset').map(({ id, name, kind, bytes }) => ({ id, name, kind, bytes })),
  }
}
