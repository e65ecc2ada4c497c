import { extname, join } from 'node:path'
import { StudioError } from '../../../../../shared/errors.ts'
import type { Recording } from '../../../../../shared/podcast/clip-part.ts'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import type { Sound } from '../../../../../shared/podcast/timeline.ts'
import { fileArgument, inputArguments } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { fileSource } from '../../intake/source.ts'
import { isCutOff } from '../../probe/length.ts'
import { measure } from '../../probe/measure.ts'
import { readStreams } from '../../probe/streams.ts'
import { loudestIn, readWav } from '../../speech/wav.ts'
import { diskFailure } from '../disk-failure.ts'
import { readContainer } from './container.ts'

/**
 * Decodes a recording or a piece of music into a WAV of 16-bit samples in `folder`. Throws what says what is wrong with the
 * file: `media-damaged` for one that is cut short or no sound at all, `unsupported` for one that is protected.
 */
export async function decodeSound(
  tools: FfmpegTools,
  path: string,
  {
    folder,
    number,
    channels,
    signal,
  }: { folder: string; number: number; channels: 1 | 2; signal?: AbortSignal | undefined },
): Promise<Sound> {
  const { name, size } = await fileSource(path)
  const facts = await measure(tools, path, { name, bytes: size ?? 0, signal })
  if (facts.kind !== 'audio' && facts.kind !== 'video')
    throw new StudioError('media-damaged', { name, problem: 'there is no sound in it' })
  const { isProtected, isCutShort } = await readContainer(path)
  if (isProtected)
    throw new StudioError('unsupported', {
      what: `Taking ${name}, which is protected against copying (DRM),`,
      instead: 'Use a recording without protection.',
    })
  const output = join(folder, `sound-${number}.wav`)
  const decoding = tools.ffmpeg({
    name,
    signal,
    args: [
      ...inputArguments(path),
      '-map',
      '0:a:0',
      '-vn',
      // Nothing but samples after 44 bytes, whatever the file says of itself.
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-ac',
      String(channels),
      '-ar',
      String(episodeRate),
      '-c:a',
      'pcm_s16le',
      '-f',
      'wav',
      '-y',
      fileArgument(output),
    ],
  })
  await decoding.catch(async (error: unknown) => {
    throw await diskFailure(error, [folder])
  })
  const pcm = await readWav(output)
  if (!pcm || pcm.samples.length === 0)
    throw new StudioError('media-damaged', { name, problem: 'nothing in it can be played' })
  const told = await tellsOf(tools, path, { name, bytes: size ?? 0, signal })
  if (isCutShort || pcm.samples.length / episodeRate < told - tolerance)
    throw new StudioError('media-damaged', { name, problem: 'it was cut short' })
  return { path: output, samples: pcm.samples.length, rate: episodeRate, channels }
}

/** Seconds by which what is decoded may be shorter than what a file tells of: coders fill their last frame. */
const tolerance = 0.2
/** Containers that say how long their sound is, of itself and not of an edit of it. */
const tellers = ['w64', 'flac', 'aiff']

/** The seconds of sound that a file says it holds; infinite for one that has fewer bytes than it says. */
async function tellsOf(
  tools: FfmpegTools,
  path: string,
  { name, bytes, signal }: { name: string; bytes: number; signal?: AbortSignal | undefined },
): Promise<number> {
  const extension = extname(name).slice(1).toLowerCase()
  const streams = await readStreams(tools, path, { name, extension, signal })
  if (isCutOff(streams, bytes)) return Number.POSITIVE_INFINITY
  const seconds = tellers.includes(streams.container) ? streams.audio?.duration : 0
  return Number.isFinite(seconds) ? (seconds ?? 0) : 0
}

/** How far below the loudest sample of a recording its silence is at least, and the loudest that is called so. */
const silenceShare = 0.01
const silence = 100
/** Seconds that stay before and after what is heard: a word's beginning and a room's end are softer than silence often is. */
const margin = 0.1

/** What is left of a recording without the silence at its ends. */
export async function withoutSilence(sound: Sound): Promise<Recording> {
  const pcm = await readWav(sound.path)
  const samples = pcm?.samples ?? new Int16Array()
  const loudest = loudestIn(samples, 0, samples.length)
  const least = Math.min(silence, loudest * silenceShare)
  let [first, last] = [0, samples.length - 1]
  while (first < last && Math.abs(samples[first] ?? 0) <= least) first++
  while (last > first && Math.abs(samples[last] ?? 0) <= least) last--
  const kept = Math.round(margin * sound.rate)
  const from = Math.max(0, first - kept)
  const end = Math.min(sound.samples, last + 1 + kept)
  return { sound, heard: loudest === 0 ? { from: 0, samples: sound.samples } : { from, samples: end - from } }
}
