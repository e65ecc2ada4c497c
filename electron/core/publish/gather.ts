import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { retimeCaptions } from '../../../shared/bundle/captions/retime.ts'
import type { MediaRequest } from '../../../shared/bundle/media.ts'
import type { Progress } from '../../../shared/contract/base.ts'
import { StudioError } from '../../../shared/errors.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { type MediaAccess, type ProjectAccess, type StoredFile, within } from '../domains.ts'
import { type PackageFile, textFile } from './package-file.ts'

export type GatheredMedia = PackageFile & { mediaType: string }

type Sources = { project: ProjectAccess; media: MediaAccess; signal: AbortSignal }

/**
 * The files a bundle refers to, made where they are not there yet: cut videos, frames, captions. Cutting is what takes
 * time, so progress (0 to 1) is that of the cuts.
 */
export async function* gatherMedia(
  requests: readonly MediaRequest[],
  sources: Sources,
): AsyncGenerator<Progress, GatheredMedia[], undefined> {
  const cuts = requests.filter(({ kind }) => kind === 'rendition').length
  const gathered: GatheredMedia[] = []
  let cutsDone = 0
  for (const request of requests) {
    sources.signal.throwIfAborted()
    const asset = sources.project.require('asset', request.asset)
    const { path, mediaType } = request
    if (request.kind === 'rendition') {
      const work = sources.media.rendition(sources.project, asset, request.ranges, sources.signal)
      const span = { from: cutsDone / cuts, to: (cutsDone + 1) / cuts, phase: `Cutting ${asset.name}` }
      gathered.push({ path, mediaType, content: stored(yield* within(work, span), sources.project) })
      cutsDone += 1
    } else gathered.push({ ...(await quickFile(request, asset, sources)), path, mediaType })
  }
  return gathered
}

/** The files that are there already, or made in a moment. */
async function quickFile(
  request: Exclude<MediaRequest, { kind: 'rendition' }>,
  asset: Asset,
  { project, media, signal }: Sources,
): Promise<PackageFile> {
  const { path } = request
  switch (request.kind) {
    case 'file':
      return { path, content: stored(fileOf(asset, project), project) }
    case 'frame':
      return { path, content: stored(await media.frame(project, asset, request.seconds, signal), project) }
    case 'captions': {
      const retimed = retimeCaptions(await wordsOf(asset, project), request.ranges)
      if (retimed === null)
        throw new StudioError('media-damaged', { name: asset.name, problem: 'it is not a WebVTT file' })
      return textFile(path, retimed)
    }
  }
}

async function wordsOf(asset: Asset, project: ProjectAccess): Promise<string> {
  const source = project.filePath(fileOf(asset, project))
  return readFile(source, 'utf8').catch((error: unknown) => {
    throw new StudioError('file-missing', { path: source }, { cause: error })
  })
}

function fileOf(asset: Asset, project: ProjectAccess): StoredFile {
  const file = project.file(asset.sha256)
  if (!file)
    throw new StudioError('file-missing', {
      path: join(project.path, 'media', `${asset.sha256}.${asset.extension}`),
    })
  return file
}

function stored(file: StoredFile, project: ProjectAccess): PackageFile['content'] {
  return { type: 'stored', file: project.filePath(file), bytes: file.bytes, crc32: file.crc32 }
}
