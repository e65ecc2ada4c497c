import { join } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import type { Sound } from '../../../../shared/podcast/timeline.ts'
import { fileArgument, inputArguments } from '../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { fileSource } from '../intake/source.ts'
import { measure } from '../probe/measure.ts'
import { readWav } from '../speech/wav.ts'
import { mixRate } from './mix.ts'

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
      String(mixRate),
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
  return { path: output, samples: pcm.samples.length, rate: mixRate, channels }
}
