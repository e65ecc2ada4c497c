import { dirname, extname, join, resolve } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { childrenOf, type ProjectRecord } from '../../../../shared/model/records.ts'
import type { ProjectAccess, Work } from '../../domains.ts'
import { writeModuleSource } from '../module-source/write.ts'
import { newFileSet } from './files.ts'
import { assetsShown, mediaNames } from './media-names.ts'

type ExportJob = {
  project: ProjectAccess
  module: string
  /** A file that ends in `.md`, or a folder, which gets `module.md`. Media go into `media/` beside it. */
  out: string
  signal?: AbortSignal
}

/** Writes a module as source beside its media. Nothing there is replaced (media with the same bytes are shared); on failure nothing is left over. */
export async function* exportModuleSource({ project, module: moduleId, out, signal }: ExportJob): Work<{
  file: string
  files: number
}> {
  const module = project.require('module', moduleId)
  const records = project.moduleRecords(moduleId).map(withoutEpisode)
  const assets = assetsShown(inOrder(records, moduleId))
  const names = mediaNames(assets)
  const holder = project.recordsOf('series').find(({ modules }) => modules.includes(moduleId))
  const text = writeModuleSource(module, {
    records,
    series: holder?.title ?? '',
    pathOf: (asset) => `media/${names.get(asset) ?? asset}`,
  })
  const file = extname(out).toLowerCase() === '.md' ? resolve(out) : join(resolve(out), 'module.md')
  const written = newFileSet()
  let isDone = false
  try {
    await written.folder(dirname(file))
    await written.text(file, text)
    const media = join(dirname(file), 'media')
    if (assets.length > 0) await written.folder(media)
    for (const [index, asset] of assets.entries()) {
      yield {
        type: 'progress',
        phase: `Copying ${asset.name}`,
        fraction: index / assets.length,
        secondsLeft: null,
      }
      const stored = project.file(asset.sha256)
      if (!stored) throw new StudioError('file-missing', { path: asset.name })
      const target = join(media, names.get(asset.id) ?? asset.id)
      await written.copy({ ...stored, path: project.filePath(stored) }, target, signal)
    }
    if (signal?.aborted) throw new StudioError('cancelled', { what: 'The export' })
    isDone = true
  } catch (error) {
    throw signal?.aborted ? new StudioError('cancelled', { what: 'The export' }, { cause: error }) : error
  } finally {
    if (!isDone) await written.undo()
  }
  yield { type: 'done', result: { file, files: 1 + assets.length } }
}

/** A podcast's source is its script; what was rendered from it is made again. */
function withoutEpisode(record: ProjectRecord): ProjectRecord {
  return record.type === 'step' && record.kind === 'podcast' ? { ...record, episode: null } : record
}

/** The module, its steps and what they own in the author's order, then the rest: names must not depend on how records are stored. */
function inOrder(records: readonly ProjectRecord[], id: string): ProjectRecord[] {
  const byId = new Map(records.map((record) => [record.id, record]))
  const below = (record: ProjectRecord): ProjectRecord[] => [
    record,
    ...childrenOf(record).flatMap((child) => {
      const found = byId.get(child)
      return found ? below(found) : []
    }),
  ]
  const module = byId.get(id)
  return [...(module ? below(module) : []), ...records.filter(({ type }) => type === 'asset')]
}
