import { randomUUID } from 'node:crypto'
import { lstat, open, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Progress } from '../../../../shared/contract/base.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { LoudnessPreset } from '../../../../shared/podcast/script.ts'
import type { Timeline } from '../../../../shared/podcast/timeline.ts'
import { scaled } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { writeFailure } from '../intake/failures.ts'
import { codingOf } from './encode.ts'
import { encodeOnTarget, findSetting, presets, type Setting, type Target } from './master.ts'
import { type Levels, measureLevels, quietest } from './measure.ts'
import { mix } from './mix.ts'
import { metadataFile, type Tags } from './tags.ts'
import { together } from './together.ts'

export type RenderJob = {
  timeline: Timeline
  preset: LoudnessPreset
  /** Each in the format its name ends in. */
  outputs: readonly string[]
  tags: Tags
  bitrate: 128 | 192
  sampleRate: 48_000 | 44_100
  denoise: boolean
  overwrite: boolean
  /** For what is made on the way; it is there, and whoever made it takes it away. */
  folder: string
  /** A file that remembers how this episode was mastered, so that the next render begins there. */
  memory: string
}

export type Rendered = {
  files: ({ file: string; seconds: number } & Levels)[]
  /** The mix, before it was mastered. */
  before: Levels
}

/** Phases of the work as shares of the whole. */
const shares = { mixing: 0.3, measuring: 0.4, encoding: 1 }

/**
 * Mixes an episode, brings it to its loudness, and writes it as each of `outputs`, in which loudness and peak are measured.
 * A file appears under its name when it is whole.
 */
export async function* renderEpisode(
  tools: FfmpegTools,
  job: RenderJob,
  signal?: AbortSignal,
): AsyncGenerator<Progress, Rendered, undefined> {
  const { timeline, preset, tags, folder } = job
  const { title } = tags
  const targets = await Promise.all(job.outputs.map((output) => reserve(output, job)))
  try {
    const mixing = mix(tools, { timeline, folder, title, denoise: job.denoise, signal })
    const path = yield* scaled(mixing, 0, shares.mixing)
    const before = await measureLevels(tools, { path, name: title, signal })
    if (before.loudness <= quietest)
      throw new StudioError('media-damaged', { name: title, problem: 'nothing is to be heard in it' })
    yield { type: 'progress', phase: 'Measuring', fraction: shares.measuring, secondsLeft: null }
    const aim = presets[preset]
    const known = await remembered(job.memory)
    const lift = aim.loudness - before.loudness
    const guess = known && { gain: known.gain + lift, limit: known.limit }
    const measured = { path, levels: before, title }
    const setting = await findSetting(tools, measured, aim, guess, signal)
    await writeFile(job.memory, JSON.stringify({ gain: setting.gain - lift, limit: setting.limit }))

    const metadata = join(folder, 'tags.txt')
    await writeFile(metadata, metadataFile(tags, timeline.seconds))
    const options = {
      setting,
      loudness: aim.loudness,
      channels: aim.channels,
      bitrate: job.bitrate,
      sampleRate: job.sampleRate,
      cover: tags.cover,
    }
    const work = { mix: measured, metadata, seconds: timeline.seconds }
    const encoding = together(targets.map((target) => encodeOnTarget(tools, work, target, options, signal)))
    const made = yield* scaled(encoding, shares.measuring, shares.encoding)
    return {
      before,
      files: await Promise.all(
        targets.map(async ({ path: file }, at) => ({
          file,
          seconds: await secondsIn(tools, file, signal),
          ...(made[at]?.levels ?? before),
        })),
      ),
    }
  } finally {
    await Promise.all(targets.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})))
  }
}

/** Finds out at once, in plain words, when a file cannot be written where it is to go. */
async function reserve(output: string, { bitrate, overwrite }: RenderJob): Promise<Target> {
  const path = resolve(output)
  codingOf(path, bitrate)
  if (!overwrite && (await lstat(path).catch(() => null))) throw new StudioError('file-exists', { path })
  const temporary = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.part`)
  try {
    await (await open(temporary, 'wx')).close()
  } catch (error) {
    const isLost = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isLost) throw new StudioError('write-failed', { path, problem: 'its folder does not exist' })
    throw writeFailure(error, { project: dirname(path), path })
  }
  return { path, temporary }
}

/** What the last render of this episode ended with, its gain being that beyond the plain difference in loudness. */
async function remembered(memory: string): Promise<Setting | null> {
  const text = await readFile(memory, 'utf8').catch(() => 'null')
  try {
    const { gain, limit } = JSON.parse(text) as Partial<Setting>
    return typeof gain === 'number' && typeof limit === 'number' ? { gain, limit } : null
  } catch {
    return null
  }
}

async function secondsIn(tools: FfmpegTools, path: string, signal?: AbortSignal): Promise<number> {
  let text = ''
  await tools.ffprobe({
    name: basename(path),
    signal,
    args: ['-show_entries', 'format=duration', '-of', 'csv=p=0', resolve(path)],
    onOutput: (piece) => void (text += piece),
  })
  return Math.round(Number(text) * 1000) / 1000
}
