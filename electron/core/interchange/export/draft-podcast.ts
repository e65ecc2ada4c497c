import { readFile } from 'node:fs/promises'
import { dirname, extname, join, resolve } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { filesOf } from '../../../../shared/model/steps/podcast.ts'
import { draftScript } from '../../../../shared/podcast/draft.ts'
import type { ProjectAccess, Work } from '../../domains.ts'
import { writeScript } from '../podcast-script/write.ts'
import { newFileSet } from './files.ts'
import { mediaNames } from './media-names.ts'

/**
 * Writes what a module says as a podcast script to begin with, for two speakers, into `out`: a file that ends in `.md`, or a
 * folder, which gets `podcast.md`. The pictures of its chapters go into `media/` beside it. Nothing there is replaced (pictures with
 * the same bytes are shared); on failure nothing is left over.
 */
export async function* exportPodcastDraft({
  project,
  module: moduleId,
  out,
  signal,
}: {
  project: ProjectAccess
  module: string
  out: string
  signal?: AbortSignal
}): Work<{ file: string; files: number }> {
  const module = project.require('module', moduleId)
  const records = project.moduleRecords(moduleId)
  const captions = await captionsIn(project, records)
  const byId = Object.fromEntries(records.map((record) => [record.id, record]))
  const draft = draftScript(module, byId, {
    speakers: 2,
    language: module.language,
    // Two who can be told apart, where a language has them everywhere.
    voices: /^en\b/i.test(module.language) ? ['en-gb', 'en-us'] : [],
    captionsOf: (asset) => captions.get(asset) ?? null,
  })
  const pictures = filesOf(draft).flatMap((id) => {
    const asset = byId[id]
    return asset?.type === 'asset' ? [asset] : []
  })
  const names = mediaNames(pictures)
  const script = {
    ...draft,
    chapters: draft.chapters.map(({ picture, ...chapter }) =>
      picture === undefined ? chapter : { ...chapter, picture: `media/${names.get(picture) ?? picture}` },
    ),
  }
  const file = extname(out).toLowerCase() === '.md' ? resolve(out) : join(resolve(out), 'podcast.md')
  const written = newFileSet()
  try {
    await written.folder(dirname(file))
    await written.text(file, writeScript(script))
    const media = join(dirname(file), 'media')
    if (pictures.length > 0) await written.folder(media)
    for (const asset of pictures) {
      const stored = project.file(asset.sha256)
      if (!stored) throw new StudioError('file-missing', { path: asset.name })
      const target = join(media, names.get(asset.id) ?? asset.id)
      await written.copy({ ...stored, path: project.filePath(stored) }, target, signal)
    }
  } catch (error) {
    await written.undo()
    throw signal?.aborted ? new StudioError('cancelled', { what: 'The export' }, { cause: error }) : error
  }
  yield { type: 'done', result: { file, files: 1 + pictures.length } }
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
