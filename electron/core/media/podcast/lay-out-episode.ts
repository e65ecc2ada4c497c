import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LaidOut, peaksASecond } from '../../../../shared/contract/media.ts'
import type { Placed, Sound } from '../../../../shared/podcast/timeline.ts'
import type { Work } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import type { Speech } from '../speech/speech.ts'
import { decodeAll, layOut } from './lay-out.ts'
import type { EpisodeRequest } from './make-episode.ts'
import { samplesOf } from './mix/levels.ts'

/** Speaks what is not spoken yet, and tells where everything would be heard and what it looks like. Nothing is mixed. */
export async function* layOutEpisode(
  { tools, speech }: { tools: FfmpegTools; speech: Speech },
  { script, files }: Pick<EpisodeRequest, 'script' | 'files'>,
  signal?: AbortSignal,
): Work<LaidOut> {
  const folder = await mkdtemp(join(tmpdir(), 'morsel-podcast-'))
  try {
    const decoded = await decodeAll(tools, script, files, { folder, signal })
    const { seconds, placed, music } = yield* layOut(speech, script, decoded, signal)
    const known = new Map<string, Promise<number[]>>()
    const peaksOf = (part: Part) => {
      const key = `${part.from} ${part.samples} ${part.sound.path}`
      const peaks = known.get(key) ?? peaksIn(part)
      known.set(key, peaks)
      return peaks
    }
    yield {
      type: 'done',
      result: {
        seconds,
        placed: await Promise.all(
          placed.map(async ({ sound, from, samples, start, kind, speaker, place }) => ({
            line: place,
            kind,
            speaker,
            start,
            seconds: samples / sound.rate,
            peaks: await peaksOf({ sound, from, samples }),
          })),
        ),
        music: await Promise.all(
          music.map(async ({ sound, ...piece }) => ({
            role: piece.role,
            start: piece.start,
            seconds: piece.seconds,
            fadeIn: piece.fadeIn,
            fadeOut: piece.fadeOut,
            peaks: repeated(await peaksOf(whole(sound)), Math.ceil(piece.seconds * peaksASecond)),
          })),
        ),
      },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Part = Pick<Placed, 'sound' | 'from' | 'samples'>

const whole = (sound: Sound): Part => ({ sound, from: 0, samples: sound.samples })

async function peaksIn(part: Part): Promise<number[]> {
  const samples = await samplesOf(part)
  const stretch = Math.max(1, Math.round(part.sound.rate / peaksASecond))
  return Array.from({ length: Math.ceil(samples.length / stretch) }, (_, at) => {
    let peak = 0
    for (const sample of samples.subarray(at * stretch, (at + 1) * stretch))
      peak = Math.max(peak, Math.abs(sample))
    return Math.round((peak / 32_768) * 100)
  })
}

/** Music goes on from its beginning where it is shorter than its place. */
function repeated(peaks: readonly number[], count: number): number[] {
  return Array.from({ length: peaks.length === 0 ? 0 : count }, (_, at) => peaks[at % peaks.length] ?? 0)
}
