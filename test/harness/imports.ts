import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Imported } from '../../shared/contract/interchange.ts'
import type { ProjectRecord } from '../../shared/model/records.ts'
import type { ProjectAccess, Work } from '../../electron/core/domains.ts'
import { importFiles } from '../../electron/core/interchange/import/import-files.ts'
import { createMedia } from '../../electron/core/media/media.ts'
import { temporaryProjects } from './projects.ts'

/** Real projects and real media, and a folder to import from. */
export function importBench() {
  const bench = temporaryProjects()
  const media = createMedia({ ffmpeg: process.env.MORSEL_FFMPEG ?? null, paths: { resources: bench.folder } })
  let count = 0
  return {
    ...bench,
    media,
    newProject: (): ProjectAccess => {
      count += 1
      return bench.projects.get(bench.projects.create({ title: `Project ${count}` }).project)
    },
    /** Writes a file below the folder; answers its path. */
    write: (name: string, content: string | Uint8Array): string => {
      const path = join(bench.folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    take: (project: ProjectAccess, ...paths: string[]): Promise<Imported> =>
      resultOf(importFiles({ project, media, paths })),
  }
}

export async function resultOf<Result>(work: Work<Result>): Promise<Result> {
  for await (const event of work) if (event.type === 'done') return event.result
  throw new Error('The work ended without a result')
}

/** All records of a project but the project itself, by id. */
export function recordsIn(project: ProjectAccess): Record<string, ProjectRecord> {
  const types = ['series', 'module', 'outcome', 'step', 'question', 'asset'] as const
  return Object.fromEntries(
    types.flatMap((type) => project.recordsOf(type).map((record) => [record.id, record])),
  )
}
