import { stat } from 'node:fs/promises'
import type { Sound } from '../../../../../shared/podcast/timeline.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { type Store, storeKey } from '../store.ts'
import { decodeSound } from './sounds.ts'
import { readHead } from './sound-part.ts'

/** Decodes a recording or a piece of music as `decodeSound` does, or has it from when that was done before. */
export async function rememberedSound(
  tools: FfmpegTools,
  path: string,
  { store, ...job }: Parameters<typeof decodeSound>[2] & { store: Store },
): Promise<Sound> {
  const file = await stat(path).catch(() => null)
  const key = storeKey('sound', path, file?.size ?? null, file?.mtimeMs ?? null, job.channels)
  const kept = await store.find(key)
  const head = kept === null ? null : await readHead(kept)
  if (kept !== null && head)
    return { path: kept, samples: head.frames, rate: head.rate, channels: job.channels }
  const sound = await decodeSound(tools, path, job)
  return { ...sound, path: (await store.take(key, sound.path)) ?? sound.path }
}
