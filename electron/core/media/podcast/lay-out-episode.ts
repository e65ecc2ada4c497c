import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type LaidOut, peaksASecond } from '../../../../shared/contract/media.ts'
import type { Placed, Sound } from '../../../../shared/podcast/timeline.ts'
import type { Work } from '../../domains.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import type { Speech } from '../speech/speech.ts'
import { loudestIn } from '../speech/wav.ts'
import { decodeAll, layOutSome } from './lay-out.ts'
import type { EpisodeRequest } from './make-episode.ts'
import { gainOf, powersIn, samplesOf } from './mix/levels.ts'
import { voiceGains } from './mix/voice-gains.ts'
import type { Store } from './store.ts'

/**
 * Speaks what is not spoken yet, and tells where everything would be heard, how, and what it looks like. Nothing is mixed. The
 * sounds stay in the folder of the studio, for whoever plays them.
 */
export async function* layOutEpisode(
  { tools, speech, store }: { tools: FfmpegTools; speech: Speech; store: Store },
  { script, files }: Pick<EpisodeRequest, 'script' | 'files'>,
  signal?: AbortSignal,
): Work<LaidOut> {
  const folder = await mkdtemp(join(tmpdir(), 'morsel-podcast-'))
  try {
    const decoded = await decodeAll(tools, script, files, { folder, signal, store })
    const { timeline, problems } = yield* layOutSome(speech, script, decoded, signal)
    const { seconds, placed, music, duck } = timeline
    const seen = await Promise.all(placed.map(look))
    const gains = voiceGains(
      placed,
      seen.map(({ powers }) => powers),
    )
    const known = new Map<string, Promise<{ peaks: number[]; level: number }>>()
    const musicOf = (sound: Sound) => {
      const found = known.get(sound.path) ?? listen(sound)
      known.set(sound.path, found)
      return found
    }
    const result: LaidOut = {
      seconds,
      duck,
      unspoken: problems.map((problem) => `${problem.slice(0, 1).toUpperCase()}${problem.slice(1)}`),
      placed: placed.map(({ sound, from, samples, place, gain, ...piece }, at) => ({
        line: place,
        kind: piece.kind,
        speaker: piece.speaker,
        start: piece.start,
        seconds: samples / sound.rate,
        from: from / sound.rate,
        sound: nameOf(sound),
        gain: (gains[at] ?? 0) + gain,
        fadeIn: piece.fadeIn,
        fadeOut: piece.fadeOut,
        peaks: seen[at]?.peaks ?? [],
      })),
      music: await Promise.all(
        music.map(async ({ sound, gain, ...piece }) => {
          const { peaks, level } = await musicOf(sound)
          return {
            ...piece,
            gain: level + gain,
            sound: nameOf(sound),
            length: sound.samples / sound.rate,
            peaks: repeated(peaks, Math.ceil(piece.seconds * peaksASecond)),
          }
        }),
      ),
    }
    await store.tidy()
    yield { type: 'done', result }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What a sound is called by those who ask for it: a hash of what it was made from. */
const nameOf = ({ path }: Sound) => basename(path, '.wav')

async function listen(sound: Sound): Promise<{ peaks: number[]; level: number }> {
  const { peaks, powers } = await look({ sound, from: 0, samples: sound.samples })
  return { peaks, level: gainOf(powers, 'music') }
}

async function look(part: Pick<Placed, 'sound' | 'from' | 'samples'>) {
  const samples = await samplesOf(part)
  return { peaks: peaksIn(samples, part.sound.rate), powers: powersIn(samples, part.sound.rate) }
}

function peaksIn(samples: Int16Array, rate: number): number[] {
  const stretch = Math.max(1, Math.round(rate / peaksASecond))
  return Array.from({ length: Math.ceil(samples.length / stretch) }, (_, at) => {
    const peak = loudestIn(samples, at * stretch, (at + 1) * stretch)
    return Math.round((peak / 32_768) * 100)
  })
}

/** Music goes on from its beginning where it is shorter than its place. */
function repeated(peaks: readonly number[], count: number): number[] {
  return Array.from({ length: peaks.length === 0 ? 0 : count }, (_, at) => peaks[at % peaks.length] ?? 0)
}
