import { randomUUID } from 'node:crypto'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type * as z from 'zod'
import type { trimResultSchema } from '../../../../shared/contract/media.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { Range } from '../../../../shared/model/steps/video.ts'
import type { Work } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { writeFailure } from '../intake/failures.ts'
import { fileSource } from '../intake/source.ts'
import { secondsOf } from '../probe/measure.ts'
import { readStreams } from '../probe/streams.ts'
import { checkedRanges } from './ranges.ts'
import { render } from './render.ts'

export type TrimResult = z.infer<typeof trimResultSchema>

/**
 * Cuts `ranges` of the file `input` into a new file `output` (an MP4), which must not be there yet. It appears under its
 * name when it is whole; `input` is only read.
 */
export async function* trim(
  tools: FfmpegTools,
  { input, output, ranges }: { input: string; output: string; ranges: Range[] },
  signal?: AbortSignal,
): Work<TrimResult> {
  const { name, size } = await fileSource(input)
  const target = resolve(output)
  if (await lstat(target).catch(() => null)) throw new StudioError('file-exists', { path: target })
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const streams = await readStreams(tools, input, { name, extension, signal })
  const seconds = await secondsOf(tools, input, streams, { name, bytes: size ?? 0, signal })
  const wanted = checkedRanges(ranges, { name, seconds })
  const temporary = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.part`)
  try {
    await reserve(temporary, target)
    yield* render(tools, { input, output: temporary, streams, ranges: wanted, name, signal })
    const made = await readStreams(tools, temporary, { name: basename(target), extension: 'mp4', signal })
    await rename(temporary, target).catch((error: unknown) => {
      throw writeFailure(error, { project: target, path: target })
    })
    yield { type: 'done', result: resultOf(target, wanted, made.headerSeconds) }
  } finally {
    await rm(temporary, { force: true }).catch(() => {})
  }
}

function resultOf(file: string, ranges: Range[], seconds: number): TrimResult {
  const start = ranges[0]?.start ?? 0
  const end = ranges.at(-1)?.end ?? 0
  return { file, mode: 'exact', seconds: Math.round(seconds * 1000) / 1000, start, end, reencoded: true }
}

/** Finds out at once, in plain words, when nothing can be written beside `target`. */
async function reserve(temporary: string, target: string): Promise<void> {
  try {
    await (await open(temporary, 'wx')).close()
  } catch (error) {
    const isLost = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isLost) throw new StudioError('write-failed', { path: target, problem: 'its folder does not exist' })
    throw writeFailure(error, { project: dirname(target), path: target })
  }
}
