import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { duckingOf, samplesEach } from '../../../../../shared/podcast/ducking.ts'
import { gainAt, voiceFades } from '../../../../../shared/podcast/fades.ts'
import { episodeRate, inSamples } from '../../../../../shared/podcast/samples.ts'
import type { Timeline } from '../../../../../shared/podcast/timeline.ts'
import { scaled } from '../../../domains.ts'
import { throwIfAborted } from '../../ffmpeg/run.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import type { Store } from '../store.ts'
import { prepareMusic } from './music.ts'
import { createRawReader, type Layer, type Raw } from './raw.ts'
import { prepareVoices } from './voices.ts'

export type MixJob = {
  timeline: Timeline
  folder: string
  title: string
  denoise: boolean
  store: Store
  signal?: AbortSignal | undefined
}

/** An episode before it is mastered: stereo at its natural level. */
export type MixFile = Raw & { channels: 2 }

/** Frames that are mixed at once. */
const blockFrames = episodeRate * 10
/** The share of the work that is done when voices are ready. */
const preparing = 0.6

/**
 * Mixes speech and music. A frame of the mix depends on nothing but what is heard at that moment, to the last bit: where an
 * edit only moved things, they are mixed as before, and need not be encoded again.
 */
export async function* mix(tools: FfmpegTools, job: MixJob): AsyncGenerator<Progress, MixFile, undefined> {
  const { timeline, folder, title, signal } = job
  const raws = yield* scaled(prepareVoices(tools, { ...job, placed: timeline.placed }), 0, preparing)
  const voices = timeline.placed.flatMap(({ start, gain, fadeIn, fadeOut }, at): Layer[] => {
    const raw = raws[at]
    if (!raw) return []
    return [{ raw, start: inSamples(start), ...voiceFades(raw.frames, { gain, fadeIn, fadeOut }) }]
  })
  const music = await prepareMusic(tools, timeline.music, job)
  const ducking = duckingOf(timeline)
  const frames = inSamples(timeline.seconds)
  const path = join(folder, 'mix.f32')
  const reader = createRawReader()
  const file = await open(path, 'w')
  const all = new Float32Array(blockFrames * 2)
  try {
    for (let from = 0; from < frames; from += blockFrames) {
      throwIfAborted(signal, title)
      const block = { from, samples: all.subarray(0, Math.min(blockFrames, frames - from) * 2).fill(0) }
      for (const layer of music) await add(block, layer, reader.read)
      if (music.length > 0) duck(block, ducking)
      for (const layer of voices) await add(block, layer, reader.read)
      await file.write(block.samples, 0, block.samples.byteLength, from * 8)
      const fraction = preparing + (1 - preparing) * ((from + block.samples.length / 2) / frames)
      yield { type: 'progress', phase: 'Mixing', fraction, secondsLeft: null }
    }
  } finally {
    await file.close()
    await reader.close()
  }
  return { path, channels: 2, first: 0, frames }
}

/** A stretch of the mix from frame `from` on, left and right in turn. */
type Block = { from: number; samples: Float32Array }

async function add(
  { from, samples }: Block,
  layer: Layer,
  read: ReturnType<typeof createRawReader>['read'],
): Promise<void> {
  const { raw, start } = layer
  const end = Math.min(from + samples.length / 2, start + layer.frames)
  let at = Math.max(from, start)
  if (raw.frames === 0) return
  while (at < end) {
    const within = (at - start) % raw.frames
    const count = Math.min(end - at, raw.frames - within)
    const sound = await read(raw, within, count)
    const right = raw.channels - 1
    for (let frame = 0; frame < count; frame++) {
      const position = at - start + frame
      const isFading = position < layer.fadeIn || position >= layer.frames - layer.fadeOut
      const gain = isFading ? gainAt(layer, position) : layer.gain
      const source = frame * raw.channels
      const target = (at - from + frame) * 2
      samples[target] = (samples[target] ?? 0) + gain * (sound[source] ?? 0)
      samples[target + 1] = (samples[target + 1] ?? 0) + gain * (sound[source + right] ?? 0)
    }
    at += count
  }
}

function duck({ from, samples }: Block, ducking: Float32Array): void {
  for (let frame = 0; frame < samples.length / 2; frame++) {
    const at = Math.floor((from + frame) / samplesEach)
    const share = ((from + frame) % samplesEach) / samplesEach
    const gain = (ducking[at] ?? 1) * (1 - share) + (ducking[at + 1] ?? 1) * share
    samples[frame * 2] = (samples[frame * 2] ?? 0) * gain
    samples[frame * 2 + 1] = (samples[frame * 2 + 1] ?? 0) * gain
  }
}
