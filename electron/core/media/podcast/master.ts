import { rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Progress } from '../../../../shared/contract/base.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { LoudnessPreset } from '../../../../shared/podcast/script.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { encodeArguments, type EncodeOptions, monoMix } from './encode.ts'
import { type Excerpt, type Levels, measureLevels, measureLoudness, quietest } from './measure.ts'

/** Integrated loudness in LUFS, and channels. */
export const presets: Record<LoudnessPreset, { loudness: number; channels: 1 | 2 }> = {
  stereo: { loudness: -16, channels: 2 },
  mono: { loudness: -19, channels: 1 },
  loud: { loudness: -14, channels: 2 },
}

/** True peak that no file may pass, in dBTP. */
const highest = -1
/** How near the finished file comes to its loudness, and how near the search before it goes, in LU. */
const nearEnough = 0.2
const searched = 0.1
/** Decibels below the highest peak that the limiter stops at: samples rise between themselves, and by encoding. */
const headroom = 0.8
const mostSearches = 4
const mostTries = 5
/** The share of the work that is thought to be left after a try. */
const left = 0.4

/** What a mix is mastered with: a gain, and where the limiter stops, both in decibels. */
export type Setting = { gain: number; limit: number }

const filtersFor = ({ gain, limit }: Setting): string[] => [
  `volume=${gain.toFixed(3)}dB`,
  `alimiter=limit=${(10 ** (limit / 20)).toFixed(5)}:attack=5:release=50:level=false`,
]

export type Mix = { path: string; levels: Levels; title: string }

/**
 * The gain that brings a mix to its loudness behind the limiter, which eats a part of every decibel: measured, and searched by
 * secants. `guess` is what the last render of this episode ended with.
 */
export async function findSetting(
  tools: FfmpegTools,
  { path, levels, title }: Mix,
  { loudness, channels }: { loudness: number; channels: 1 | 2 },
  guess: Setting | null,
  signal?: AbortSignal,
): Promise<Setting> {
  const limit = guess?.limit ?? highest - headroom
  const down = channels === 1 ? [monoMix] : []
  const after = (gain: number) =>
    measureLoudness(tools, { path, name: title, filters: [...down, ...filtersFor({ gain, limit })], signal })
  let gain = guess?.gain ?? loudness - levels.loudness + (channels === 1 ? 3 : 0)
  let before: { gain: number; loudness: number } | null = null
  for (let search = 0; search < mostSearches; search++) {
    const reached = await after(gain)
    const missing = loudness - reached
    if (Math.abs(missing) <= searched) break
    // Where two measures say little of the slope, a decibel of gain is taken for most of one of loudness.
    const slope = before && gain !== before.gain ? (reached - before.loudness) / (gain - before.gain) : 0.9
    before = { gain, loudness: reached }
    gain += missing / Math.max(0.25, Math.min(1, slope))
  }
  return { gain, limit }
}

export type Target = {
  /** Where the file goes; its ending says of what kind it is. */
  path: string
  /** Beside it, made while it is not whole. */
  temporary: string
}

export type Mastered = { levels: Levels; setting: Setting }

/** Seconds of a long episode that are encoded to see what the codec does to it. */
const excerptSeconds = 30

/** What to set so that the codec's own doing is made good: it is heard in an excerpt, which costs little. */
async function tried(
  tools: FfmpegTools,
  files: Parameters<typeof encodeArguments>[0] & { excerpt: Excerpt },
  { setting, ...options }: EncodeOptions & { setting: Setting },
  signal?: AbortSignal,
): Promise<Setting> {
  const name = basename(files.target)
  const filters = filtersFor(setting)
  await tools.ffmpeg({ name, signal, args: encodeArguments(files, filters, options) })
  const down = options.channels === 1 ? [monoMix] : []
  const [before, after] = [
    await measureLoudness(tools, {
      path: files.mix,
      name,
      filters: [...down, ...filters],
      excerpt: files.excerpt,
      signal,
    }),
    await measureLevels(tools, { path: files.output, name, signal }),
  ]
  // Silence has no loudness, and tells nothing.
  if (before <= quietest || after.loudness <= quietest) return setting
  const over = after.peak - highest
  return {
    gain: setting.gain + before - after.loudness,
    limit: over > 0 ? setting.limit - over - 0.1 : setting.limit,
  }
}

/**
 * Encodes a mix, measures the file, and encodes it again with what was missing, until loudness and peak are right in the file
 * itself: every codec changes both. Throws `episode-off-target` when they do not come right.
 */
export async function* encodeOnTarget(
  tools: FfmpegTools,
  { mix, metadata, seconds }: { mix: Mix; metadata: string; seconds: number },
  { path, temporary }: Target,
  { setting: first, loudness, ...options }: EncodeOptions & { setting: Setting; loudness: number },
  signal?: AbortSignal,
): AsyncGenerator<Progress, Mastered, undefined> {
  const name = basename(path)
  let setting = first
  if (seconds > excerptSeconds * 4) {
    const excerpt = { start: seconds / 2, seconds: excerptSeconds }
    const files = { mix: mix.path, metadata, output: temporary, target: path, excerpt }
    setting = await tried(tools, files, { ...options, setting }, signal)
  }
  let levels: Levels | null = null
  for (let tries = 0; tries < mostTries; tries++) {
    const args = encodeArguments(
      { mix: mix.path, metadata, output: temporary, target: path },
      filtersFor(setting),
      options,
    )
    // Nobody knows how many tries there will be: each is most of what is left.
    const before = 1 - left ** tries
    for await (const progress of tools.convert({ name, phase: 'Encoding', seconds, signal, args }))
      yield { ...progress, fraction: before + (progress.fraction ?? 0) * (1 - before) * (1 - left) }
    levels = await measureLevels(tools, { path: temporary, name, signal })
    const missing = loudness - levels.loudness
    const over = levels.peak - highest
    if (Math.abs(missing) <= nearEnough && over <= 0) {
      await rename(temporary, path)
      return { levels, setting }
    }
    setting = {
      gain: setting.gain + missing,
      limit: over > 0 ? setting.limit - over - 0.1 : setting.limit,
    }
  }
  await rm(temporary, { force: true })
  throw new StudioError('episode-off-target', {
    name,
    problem: `${levels?.loudness.toFixed(1)} LUFS and ${levels?.peak.toFixed(1)} dBTP instead of ${loudness} and ${highest}`,
  })
}
