import { randomUUID } from 'node:crypto'
import { lstat, open, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, dirname, extname, join, resolve } from 'node:path'
import type { Progress } from '../../../../shared/contract/base.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { LoudnessPreset } from '../../../../shared/podcast/script.ts'
import type { Timeline } from '../../../../shared/podcast/timeline.ts'
import { scaled } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { writeFailure } from '../intake/failures.ts'
import { codingOf } from './master/coding.ts'
import { encodeOnTarget, findSetting, presets, type Setting, tried } from './master/master.ts'
import { type Levels, measureLevels, mixInput } from './master/measure.ts'
import { piecesOf } from './master/pieces.ts'
import { createPool } from './master/pool.ts'
import { fingerprints } from './master/fingerprints.ts'
import type { Tags } from './master/tags.ts'
import { diskFailure } from './disk-failure.ts'
import { mix, type MixFile } from './mix/mix.ts'
import { recall, remember } from './settings.ts'
import type { Store } from './store.ts'
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
  /** What was made before of what is the same now. */
  store: Store
  /** Hears, in a sentence, of what a file does not hold that it was to hold. */
  note: (sentence: string) => void
}

export type Rendered = {
  files: ({ file: string; seconds: number } & Levels)[]
  /** The mix, before it was mastered. */
  before: Levels
}

/** The share of the work that is done when the mix is. */
const mixingShare = 0.3

/**
 * Mixes an episode, brings it to its loudness, and writes it as each of `outputs`, in which loudness and peak are measured.
 * A file appears under its name when it is whole. `seconds` of a file are those that are decoded of it.
 */
export async function* renderEpisode(
  tools: FfmpegTools,
  job: RenderJob,
  signal?: AbortSignal,
): AsyncGenerator<Progress, Rendered, undefined> {
  const targets = await Promise.all(job.outputs.map((output) => reserve(output, job)))
  try {
    const mixing = mix(tools, { ...job, title: job.tags.title, signal })
    const mixed = yield* scaled(mixing, 0, mixingShare)
    return yield* scaled(masterEpisode(tools, { ...job, mix: mixed, targets }, signal), mixingShare, 1)
  } catch (error) {
    throw await diskFailure(error, [job.folder, ...targets.map(({ path }) => dirname(path))])
  } finally {
    await Promise.all(targets.map(({ temporary }) => rm(temporary, { force: true }).catch(() => {})))
  }
}

/** Brings a mix to its loudness in each of `targets`. */
async function* masterEpisode(
  tools: FfmpegTools,
  job: RenderJob & { mix: MixFile; targets: readonly Target[] },
  signal?: AbortSignal,
): AsyncGenerator<Progress, Rendered, undefined> {
  const { timeline, targets, tags, store } = job
  const aim = presets[job.preset]
  const stop = new AbortController()
  const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const measured = { input: mixInput(job.mix), channels: 2 as const, name: tags.title, signal: either }
  // Told of in the end, and needed for nothing before.
  const measuring = measureLevels(tools, measured)
  measuring.catch(() => {})
  const common = {
    ...job,
    fingerprint: fingerprints(job.mix),
    pieces: piecesOf(timeline),
    pool: createPool(availableParallelism()),
  }
  try {
    yield { type: 'progress', phase: 'Measuring', fraction: 0, secondsLeft: null }
    const settings = await recall(job)
    let usual: Promise<Setting> | null = null
    const search = () => (usual ??= findSetting(tools, { mix: job.mix, name: tags.title }, aim, either))
    async function* encode({ path, temporary }: Target) {
      const file = { ...common, path, temporary, name: basename(path) }
      const setting = settings?.[extname(path)] ?? (await tried(tools, file, await search(), aim, either))
      return yield* encodeOnTarget(tools, file, setting, aim, either)
    }
    const made = yield* together('Encoding', targets.map(encode))
    const endings = made.map(({ setting }, at) => [extname(targets[at]?.path ?? ''), setting] as const)
    await remember(job, Object.fromEntries(endings))
    await store.tidy()
    const { seconds: _, ...before } = await measuring
    const files = made.map(({ setting: _setting, ...levels }, at) => ({
      file: targets[at]?.path ?? '',
      ...levels,
    }))
    return { before, files }
  } finally {
    stop.abort()
    await measuring.catch(() => {})
  }
}

/** Where a file goes, and where it is made while it is not whole. */
type Target = { path: string; temporary: string }

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
