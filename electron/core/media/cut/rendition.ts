import { StudioError } from '../../../../shared/errors.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { Range } from '../../../../shared/model/steps/video.ts'
import type { ProjectAccess, StoredFile, Work } from '../../domains.ts'
import { fileOf } from '../assets.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { fingerprint, isThere, place } from '../intake/copy.ts'
import { temporaryFile } from '../intake/temporary.ts'
import { isCutOff } from '../probe/length.ts'
import { readStreams } from '../probe/streams.ts'
import { checkedRanges } from './ranges.ts'
import { canRemux, remux } from './remux.ts'
import { render } from './render.ts'

/** Raised when the same cut would give another file, so that old ones are not taken for it. */
const recipe = 1

/**
 * The file that holds `ranges` of `asset` in a form browsers play: the original itself when it is that already, else an MP4
 * made once and remembered in the project.
 */
export async function* rendition(
  tools: FfmpegTools,
  project: ProjectAccess,
  asset: Asset,
  ranges: Range[],
  signal?: AbortSignal,
): Work<StoredFile> {
  const original = fileOf(project, asset)
  const isRecording = asset.kind === 'video' || asset.kind === 'audio'
  if (!isRecording || (ranges.length === 0 && asset.playable)) return yield { type: 'done', result: original }
  const { seconds } = asset
  if (!seconds)
    throw new StudioError('media-damaged', { name: asset.name, problem: 'its length is not known' })
  const wanted = checkedRanges(ranges, { name: asset.name, seconds })
  const key = renditionKey(asset, wanted)
  const known = project.rendition(key)
  if (known && (await isThere(project, known))) return yield { type: 'done', result: known }

  const input = project.filePath(original)
  const { name, extension } = asset
  const streams = await readStreams(tools, input, { name, extension, signal })
  const temporary = await temporaryFile(project, '.mp4')
  try {
    const output = temporary.path
    const job = { input, output, streams, name, signal }
    if (wanted.length === 0 && canRemux(streams) && !isCutOff(streams, asset.bytes))
      yield* remux(tools, { ...job, seconds })
    else yield* render(tools, { ...job, ranges: wanted.length > 0 ? wanted : [{ start: 0, end: seconds }] })
    const file = { ...(await fingerprint(output, signal)), extension: streams.video ? 'mp4' : 'm4a' }
    const made = await place(project, output, file)
    project.addRendition(key, made)
    yield { type: 'done', result: made }
  } finally {
    await temporary.remove()
  }
}

function renditionKey({ sha256 }: Asset, ranges: readonly Range[]): string {
  const times = ranges.map(({ start, end }) => `${Math.round(start * 1000)}-${Math.round(end * 1000)}`)
  return ['rendition', recipe, sha256, 'exact', ...times].join(':')
}
