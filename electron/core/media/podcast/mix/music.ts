import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { musicFades } from '../../../../../shared/podcast/fades.ts'
import { episodeRate, inSamples } from '../../../../../shared/podcast/samples.ts'
import type { PlacedMusic } from '../../../../../shared/podcast/timeline.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { musicGain } from './levels.ts'
import type { Layer, Raw } from './raw.ts'

/** Makes the music of an episode ready to be mixed: in stereo, at its level. */
export async function prepareMusic(
  tools: FfmpegTools,
  music: readonly PlacedMusic[],
  { folder, title, signal }: { folder: string; title: string; signal?: AbortSignal | undefined },
): Promise<Layer[]> {
  const known = new Map<string, { raw: Raw; level: number }>()
  const layers: Layer[] = []
  for (const { sound, start, seconds, gain, fadeIn, fadeOut } of music) {
    let found = known.get(sound.path)
    if (!found) {
      const path = join(folder, `music-${known.size}.f32`)
      await tools.ffmpeg({
        name: title,
        signal,
        args: [
          '-i',
          fileArgument(sound.path),
          '-ac',
          '2',
          '-ar',
          String(episodeRate),
          '-c:a',
          'pcm_f32le',
          '-f',
          'f32le',
          '-y',
          fileArgument(path),
        ],
      })
      const { size } = await stat(path)
      found = {
        raw: { path, channels: 2, first: 0, frames: Math.floor(size / 8) },
        level: await musicGain(sound),
      }
      known.set(sound.path, found)
    }
    layers.push({
      raw: found.raw,
      start: inSamples(start),
      ...musicFades(seconds, { gain: found.level + gain, fadeIn, fadeOut }),
    })
  }
  return layers
}
