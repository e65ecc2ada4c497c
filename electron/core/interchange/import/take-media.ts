import type { Progress } from '../../../../shared/contract/base.ts'
import { type ErrorCode, StudioError } from '../../../../shared/errors.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import { type MediaAccess, type ProjectAccess, within } from '../../domains.ts'
import { findMedia } from '../files/media-path.ts'

/** What became of each path: the asset, or why not, as a sentence. */
export type TakenMedia = Map<string, { asset: Asset } | { problem: string }>

/** Failures that are about one file; the rest of the import goes on without it. */
const aboutOneFile: ReadonlySet<ErrorCode> = new Set([
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-kind-unknown',
  'file-too-large',
  'file-hostile',
  'media-damaged',
  'ffmpeg-missing',
  'ffmpeg-failed',
  'unsupported',
])

type TakeJob = {
  project: ProjectAccess
  media: MediaAccess
  signal?: AbortSignal
  /** The share of the whole work that this is. */
  from: number
  to: number
}

/** Copies the files that `paths` name in `folder` into the project. Commits nothing. */
export async function* takeMedia(
  { project, media, signal, from, to }: TakeJob,
  folder: string,
  paths: readonly string[],
): AsyncGenerator<Progress, TakenMedia, undefined> {
  const taken: TakenMedia = new Map()
  for (const [index, path] of paths.entries()) {
    const found = await findMedia(folder, path)
    if ('refusal' in found) {
      taken.set(path, { problem: `${path} was not taken: ${found.refusal}.` })
      continue
    }
    const work = media.takeFile(project, found.path, signal)
    try {
      const asset = yield* within(work, {
        from: from + ((to - from) * index) / paths.length,
        to: from + ((to - from) * (index + 1)) / paths.length,
        phase: `Taking in ${path}`,
      })
      taken.set(path, { asset })
    } catch (error) {
      if (!(error instanceof StudioError) || !aboutOneFile.has(error.code)) throw error
      taken.set(path, { problem: error.message })
    }
  }
  return taken
}
