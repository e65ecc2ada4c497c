import { randomUUID } from 'node:crypto'
import { rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { StudioError } from '../../../../../shared/errors.ts'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import type { LoudnessPreset } from '../../../../../shared/podcast/script.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import type { MixFile } from '../mix/mix.ts'
import { codingOf, monoMix } from './coding.ts'
import { encodeFile, type FileJob, rateOf } from './file.ts'
import { type Levels, measureLevels, measureLoudness, mixInput, quietest } from './measure.ts'

/** Integrated loudness in LUFS, and channels. */
export const presets: Record<LoudnessPreset, Aim> = {
  stereo: { loudness: -16, channels: 2 },
  mono: { loudness: -19, channels: 1 },
  loud: { loudness: -14, channels: 2 },
}
export type Aim = { loudness: number; channels: 1 | 2 }

/** True peak that no file may pass, in dBTP. */
const highest = -1
/** How near the finished file comes to its loudness, and how near the search before it goes, in LU. */
const nearEnough = 0.2
const searched = 0.1
/** Decibels below the highest peak that the limiter stops at: samples rise between themselves, and by encoding. */
const headroom = 0.8
/** Seconds by which a file may be shorter than its mix. */
const shortest = 0.02
const mostSearches = 4
const mostTries = 5
/** The share of the work that is thought to be left after a try. */
const left = 0.4

/** What a mix is mastered with: a gain, and where the limiter stops, both in decibels. */
export type Setting = { gain: number; limit: number }

const filtersFor = ({ gain, limit }: Setting, channels: 1 | 2): string[] => [
  ...(channels === 1 ? [monoMix] : []),
  `volume=${gain.toFixed(3)}dB`,
  `alimiter=limit=${(10 ** (limit / 20)).toFixed(5)}:attack=5:release=50:level=false`,
]

/**
 * The gain that brings a mix to its loudness behind the limiter, which eats a part of every decibel: measured, and searched by
 * secants. Throws `media-damaged` where there is nothing to bring anywhere.
 */
export async function findSetting(
  tools: FfmpegTools,
  { mix, name }: { mix: MixFile; name: string },
  { loudness, channels }: Aim,
  signal?: AbortSignal,
): Promise<Setting> {
  const limit = highest - headroom
  const measured = { input: mixInput(mix), name, signal }
  const down = channels === 1 ? [monoMix] : []
  const natural = await measureLoudness(tools, { ...measured, filters: down })
  if (natural <= quietest)
    throw new StudioError('media-damaged', { name, problem: 'nothing is to be heard in it' })
  let gain = loudness - natural
  let before: { gain: number; loudness: number } | null = null
  for (let search = 0; search < mostSearches; search++) {
    const filters = filtersFor({ gain, limit }, channels)
    const reached = await measureLoudness(tools, { ...measured, filters })
    const missing = loudness - reached
    if (Math.abs(missing) <= searched) break
    // Where two measures say little of the slope, a decibel of gain is taken for most of one of loudness.
    const slope = before && gain !== before.gain ? (reached - before.loudness) / (gain - before.gain) : 0.9
    before = { gain, loudness: reached }
    gain += missing / Math.max(0.25, Math.min(1, slope))
  }
  return { gain, limit }
}

/** Seconds of a long episode that are encoded to see what the codec does to it. */
const excerptSeconds = 30

/** What to set so that the codec's own doing is made good: it is heard in an excerpt, which costs little. */
export async function tried(
  tools: FfmpegTools,
  job: FileJob,
  setting: Setting,
  { channels }: Aim,
  signal?: AbortSignal,
): Promise<Setting> {
  const { mix, folder, path } = job
  const from = Math.floor(mix.frames / 2)
  const length = excerptSeconds * episodeRate
  if (mix.frames < length * 4) return setting
  const name = basename(path)
  const input = mixInput(mix, { from, to: from + length })
  const filters = filtersFor(setting, channels)
  const excerpt = join(folder, randomUUID())
  const graph = [...filters, `aresample=${rateOf(job)}`].join(',')
  const { args } = codingOf(path, job.bitrate)
  await tools.ffmpeg({ name, signal, args: [...input, '-af', graph, ...args, '-y', fileArgument(excerpt)] })
  const [before, after] = await Promise.all([
    measureLoudness(tools, { input, name, filters, signal }),
    measureLevels(tools, { input: ['-i', fileArgument(excerpt)], name, channels, signal }),
  ])
  // Silence has no loudness, and tells nothing.
  if (before <= quietest || after.loudness <= quietest) return setting
  return corrected(setting, { missing: before - after.loudness, over: after.peak - highest })
}

const corrected = (
  { gain, limit }: Setting,
  { missing, over }: { missing: number; over: number },
): Setting => ({
  gain: gain + missing,
  limit: over > 0 ? limit - over - 0.1 : limit,
})

export type Mastered = Levels & { seconds: number; setting: Setting }

/**
 * Encodes a mix, measures the file, and encodes it again with what was missing, until loudness and peak are right in the file
 * itself: every codec changes both. Throws `episode-off-target` when they do not come right.
 */
export async function* encodeOnTarget(
  tools: FfmpegTools,
  job: FileJob,
  first: Setting,
  { loudness, channels }: Aim,
  signal?: AbortSignal,
): AsyncGenerator<Progress, Mastered, undefined> {
  const { path, temporary } = job
  const name = basename(path)
  let setting = first
  let levels: Levels | null = null
  for (let tries = 0; tries < mostTries; tries++) {
    // Nobody knows how many tries there will be: each is most of what is left.
    const before = 1 - left ** tries
    for await (const progress of encodeFile(tools, job, filtersFor(setting, channels), signal))
      yield { ...progress, fraction: before + (progress.fraction ?? 0) * (1 - before) * (1 - left) }
    const input = ['-i', fileArgument(temporary)]
    const measured = await measureLevels(tools, { input, name, channels, signal })
    // Some versions of ffmpeg fill a disk and call it done.
    if (measured.seconds < job.mix.frames / episodeRate - shortest)
      throw new StudioError('ffmpeg-failed', { name, problem: 'it wrote less than it should have' })
    levels = measured
    const missing = loudness - levels.loudness
    const over = levels.peak - highest
    if (Math.abs(missing) <= nearEnough && over <= 0) {
      await rename(temporary, path)
      return { ...measured, setting }
    }
    setting = corrected(setting, { missing, over })
  }
  await rm(temporary, { force: true })
  throw new StudioError('episode-off-target', {
    name,
    problem: `${levels?.loudness.toFixed(1)} LUFS and ${levels?.peak.toFixed(1)} dBTP instead of ${loudness} and ${highest}`,
  })
}
