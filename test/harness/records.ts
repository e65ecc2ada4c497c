import { type Change, emptyChange } from '../../shared/model/change.ts'
import { type Draft, edit } from '../../shared/model/edit.ts'
import { createModule } from '../../shared/model/module.ts'
import type { ProjectRecord } from '../../shared/model/records.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { createStep } from '../../shared/model/steps/index.ts'
import type { ProjectAccess } from '../../electron/core/domains.ts'

/** A change made by editing the records `ids` of `project`, as the studio makes it. */
export function changeOf(
  project: Pick<ProjectAccess, 'record'>,
  ids: readonly string[],
  recipe: (draft: Draft) => void,
): Change {
  const records: Record<string, ProjectRecord> = {}
  for (const id of ids) {
    const record = project.record(id)
    if (record) records[id] = record
  }
  return edit(records, recipe)
}

/** Adds a module to the first series. */
export function addModule(project: ProjectAccess, id: string, title = `Module ${id}`) {
  const [series] = project.recordsOf('series')
  if (!series) throw new Error('The project has no series')
  return project.commit({
    label: `Add ${title}`,
    change: changeOf(project, [series.id], (draft) => {
      draft[id] = createModule({ id, title })
      const holder = draft[series.id]
      if (holder?.type === 'series') holder.modules.push(id)
    }),
  })
}

/** Adds a page with `words` at the end of a module; its id is `<module>.<key>`. */
export function addPage(project: ProjectAccess, moduleId: string, key: string, words = '') {
  const id = `${moduleId}.${key}`
  return project.commit({
    label: `Add page ${key}`,
    change: changeOf(project, [moduleId], (draft) => {
      draft[id] = {
        ...createStep('page', { id, title: `Page ${key}` }),
        body: fromPlainText(words),
      } as ProjectRecord
      const module = draft[moduleId]
      if (module?.type === 'module') module.steps.push(id)
    }),
  })
}

/** The change that writes `words` into the page `id`. */
export function wordsChange(project: Pick<ProjectAccess, 'record'>, id: string, words: string): Change {
  return changeOf(project, [id], (draft) => {
    const step = draft[id]
    if (step?.type === 'step' && step.kind === 'page') step.body = fromPlainText(words)
  })
}

/** The change that only adds `records`. */
export function addition(...records: ProjectRecord[]): Change {
  return { ...emptyChange(), added: Object.fromEntries(records.map((record) => [record.id, record])) }
}
