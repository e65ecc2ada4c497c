import { join } from 'node:path'
import { StudioError } from '../../../../../shared/errors.ts'
import type { Recording } from '../../../../../shared/podcast/clip-part.ts'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import type { Sound } from '../../../../../shared/podcast/timeline.ts'
import { fileArgument, inputArguments } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { fileSource } from '../../intake/source.ts'
import { measure } from '../../probe/measure.ts'
import { readWav } from '../../speech/wav.ts'

/**
 * Decodes a recording or a piece of music into a WAV of 16-bit samples in `folder`. Throws what says what is wrong with the
 * file: `media-damaged` for one that is cut short, protected or no sound at all.
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
  const output = join(folder, `sound-${number}.wav`)
  await tools.ffmpeg({
    name,
    signal,
    args: [
      ...inputArguments(path),
      '-map',
      '0:a:0',
      '-vn',
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
  const pcm = await readWav(output)
  if (!pcm || pcm.samples.length === 0)
    throw new StudioError('media-damaged', { name, problem: 'nothing in it can be played' })
  return { path: output, samples: pcm.samples.length, rate: episodeRate, channels }
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
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)
  const isHeard = (sample: number) => Math.abs(sample) > Math.min(silence, loudest * silenceShare)
  const kept = Math.round(margin * sound.rate)
  const from = Math.max(0, samples.findIndex(isHeard) - kept)
  const end = Math.min(sound.samples, samples.findLastIndex(isHeard) + 1 + kept)
  return { sound, heard: loudest === 0 ? { from: 0, samples: sound.samples } : { from, samples: end - from } }
}
