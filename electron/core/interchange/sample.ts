import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { projectId } from '../../../shared/model/project.ts'
import type { MediaAccess, ProjectAccess, Work } from '../domains.ts'
import { importer, importFiles } from './import/import-files.ts'

const label = 'Make the sample'

/**
 * Fills a fresh project with the modules in `folder` (the files that end in `.md`, by name), and drops the series that
 * then is empty. The project is named after the series of the sample.
 */
export async function* buildSample({
  project,
  media,
  folder,
  signal,
}: {
  project: ProjectAccess
  media: MediaAccess
  folder: string
  signal?: AbortSignal
}): Work<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort()
  const paths = names.map((name) => join(folder, name))
  for await (const event of importFiles({ project, media, paths, label, mergeKey: label, signal }))
    if (event.type === 'progress') yield event
  dropEmptySeries(project)
  // Nobody who opens the sample made it: undoing must not take it away.
  project.startHistory(label)
  yield { type: 'done', result: undefined }
}

function dropEmptySeries(project: ProjectAccess) {
  const record = project.require('project', projectId)
  const empty = project.recordsOf('series').filter(({ modules }) => modules.length === 0)
  const kept = record.series.filter((id) => !empty.some((series) => series.id === id))
  const [first] = kept
  if (empty.length === 0 || first === undefined) return
  const title = `Sample: ${project.require('series', first).title}`
  project.commit({
    label,
    mergeKey: label,
    by: importer,
    change: {
      added: {},
      updated: { [projectId]: [record, { ...record, title, series: kept }] },
      removed: Object.fromEntries(empty.map((series) => [series.id, series])),
    },
  })
}
