import type { Asset } from '../../../../shared/model/asset.ts'
import type { ProjectAccess, Work } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { type Facts, measure, refuseEarly } from '../probe/measure.ts'
import { copyIn, type Fingerprint, place, storedFile } from './copy.ts'
import type { Source } from './source.ts'
import { temporaryFile } from './temporary.ts'

/**
 * Copies `source` into the project, measured, as an asset; the one that is there when the bytes are known. Commits no
 * record. Whatever goes wrong, nothing is left behind.
 */
export async function* take(
  tools: FfmpegTools,
  project: ProjectAccess,
  source: Source,
  signal?: AbortSignal,
): Work<Asset> {
  const temporary = await temporaryFile(project, '')
  try {
    const copied = yield* copyIn({
      source,
      target: temporary.path,
      project: project.path,
      onFirst: (chunk) => refuseEarly(chunk, source.name),
      signal,
    })
    const known = knownAsset(project, copied)
    if (known && (await storedFile(project, copied.sha256))) return yield { type: 'done', result: known }
    yield { type: 'progress', phase: 'Measuring', fraction: null, secondsLeft: null }
    const facts = await measure(tools, temporary.path, { name: source.name, bytes: copied.bytes, signal })
    const file = await place(project, temporary.path, { ...copied, extension: facts.extension })
    const asset = known ?? assetOf(source.name, copied, { ...facts, extension: file.extension })
    yield { type: 'done', result: asset }
  } finally {
    await temporary.remove()
  }
}

/** The asset record for a file of these bytes. */
export function assetOf(name: string, { sha256, bytes }: Fingerprint, facts: Facts): Asset {
  return { id: assetId(sha256), type: 'asset', name, sha256, bytes, ...facts }
}

export function assetId(sha256: string): string {
  return `asset.${sha256.slice(0, 16)}`
}

function knownAsset(project: ProjectAccess, { sha256 }: Fingerprint): Asset | null {
  const record = project.record(assetId(sha256))
  return record?.type === 'asset' && record.sha256 === sha256 ? record : null
}
