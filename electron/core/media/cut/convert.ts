import type { Asset } from '../../../../shared/model/asset.ts'
import type { ProjectAccess, Work } from '../../domains.ts'
import { within } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { assetName } from '../intake/source.ts'
import { assetOf } from '../intake/take.ts'
import { measure } from '../probe/measure.ts'
import { rendition } from './rendition.ts'

/** A copy of `asset` that browsers can play, as an asset of its own; `asset` itself when it is one. Commits nothing. */
export async function* convert(
  tools: FfmpegTools,
  project: ProjectAccess,
  asset: Asset,
  signal?: AbortSignal,
): Work<Asset> {
  if (asset.playable) return yield { type: 'done', result: asset }
  const work = rendition(tools, project, asset, [], signal)
  const file = yield* within(work, { from: 0, to: 1, phase: 'Converting' })
  const name = assetName(`${asset.name.replace(/\.[^.]*$/, '')}.${file.extension}`)
  const facts = await measure(tools, project.filePath(file), { name, bytes: file.bytes, signal })
  yield { type: 'done', result: assetOf(name, file, { ...facts, extension: file.extension }) }
}
