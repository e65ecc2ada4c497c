import { readFile } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { draftScript } from '../../../../shared/podcast/draft.ts'
import type { ProjectAccess, Work } from '../../domains.ts'
import { writeScript } from '../podcast-script/write.ts'
import { newFileSet } from './files.ts'

/**
 * Writes what a module says as a podcast script to begin with, for two speakers, into `out`: a file that ends in `.md`, or a
 * folder, which gets `podcast.md`. Nothing there is replaced.
 */
export async function* exportPodcastDraft({
  project,
  module: moduleId,
  out,
}: {
  project: ProjectAccess
  module: string
  out: string
}): Work<{ file: string; files: number }> {
  const module = project.require('module', moduleId)
  const records = project.moduleRecords(moduleId)
  const captions = await captionsIn(project, records)
  const script = draftScript(module, Object.fromEntries(records.map((record) => [record.id, record])), {
    speakers: 2,
    language: module.language,
    // Two who can be told apart, where a language has them everywhere.
    voices: /^en\b/i.test(module.language) ? ['en-gb', 'en-us'] : [],
    captionsOf: (asset) => captions.get(asset) ?? null,
  })
  const file = extname(out).toLowerCase() === '.md' ? resolve(out) : join(resolve(out), 'podcast.md')
  const written = newFileSet()
  try {
    await written.folder(dirname(file))
    await written.text(file, writeScript(script))
  } catch (error) {
    await written.undo()
    throw error
  }
  yield { type: 'done', result: { file, files: 1 } }
}

async function captionsIn(
  project: ProjectAccess,
  records: readonly ProjectRecord[],
): Promise<Map<string, string>> {
  const captions = new Map<string, string>()
  for (const record of records) {
    const file = record.type === 'asset' && record.kind === 'captions' ? project.file(record.sha256) : null
    if (file) captions.set(record.id, await readFile(project.filePath(file), 'utf8'))
  }
  return captions
}
