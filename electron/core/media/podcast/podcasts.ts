import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { LaidOut, Voices } from '../../../../shared/contract/media.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { Work } from '../../domains.ts'
import type { Ports } from '../../ports.ts'
import { type Places, usualPlaces } from '../ffmpeg/locate.ts'
import { createFfmpegTools } from '../ffmpeg/tools.ts'
import type { SpeechEngine } from '../speech/engine.ts'
import { speechEngines } from '../speech/engines/index.ts'
import { createSpeech } from '../speech/speech.ts'
import { joined } from '../speech/wav.ts'
import { layOutEpisode } from './lay-out-episode.ts'
import { type Episode, type EpisodeRequest, makeEpisode } from './make-episode.ts'
import { soundPart } from './mix/sound-part.ts'
import { createStore } from './store.ts'
import { createTurns } from './turns.ts'

export type Podcasts = {
  /** Makes a script into a finished episode, when it is its turn: so many are made at once as there are processors for. */
  make: (request: EpisodeRequest, signal?: AbortSignal) => Work<Episode>
  /** Where everything of a script would be heard, and each sound's peaks. */
  layOut: (request: Pick<EpisodeRequest, 'script' | 'files'>, signal?: AbortSignal) => Work<LaidOut>
  /**
   * A part of a sound that was laid out, by its name, as a WAV file's bytes: so many seconds (null for all) from so many on.
   * Null where it is not remembered any more.
   */
  sound: (name: string, part: { from: number; seconds: number | null }) => Promise<Buffer | null>
  /** What can speak here: each engine with its voices; and those that are not there, with how to get them. */
  voices: () => Promise<Voices>
  /** All that voices say in a script as one WAV file's bytes, its sentences so many seconds apart. */
  say: (script: Script, gap: number, signal?: AbortSignal) => Promise<Buffer>
}

/** `places` says where to look for ffmpeg, `engines` what may speak; those of this machine by default. */
export function createPodcasts(
  ports: Pick<Ports, 'ffmpeg' | 'log'> & { paths: Pick<Ports['paths'], 'resources' | 'home'> },
  {
    places = usualPlaces({ setting: ports.ffmpeg, resources: ports.paths.resources }),
    engines = speechEngines(ports.paths.home, ports.log),
  }: { places?: Places; engines?: readonly SpeechEngine[] } = {},
): Podcasts {
  const tools = createFfmpegTools(places)
  const { home } = ports.paths
  const [spoken, decoded] = [join(home, 'cache', 'speech'), join(home, 'cache', 'podcast')]
  const speech = createSpeech({ engines, cacheFolder: spoken, tools })
  const store = createStore(decoded)
  // An episode is encoded on all processors: two at once are done no sooner than one after the other where there are two.
  const turns = createTurns(Math.max(1, Math.floor(availableParallelism() / 2)))
  return {
    make: (request, signal) =>
      turns.take(request.script.title, () => makeEpisode({ tools, speech, home }, request, signal), signal),
    layOut: (request, signal) => layOutEpisode({ tools, speech, store }, request, signal),
    sound: async (name, part) =>
      (await soundPart(join(spoken, `${name}.wav`), part)) ?? soundPart(join(decoded, name), part),
    async say(script, gap, signal) {
      const speaking = speech.speak(script, signal)
      let step = await speaking.next()
      while (!step.done) step = await speaking.next()
      return joined(
        [...step.value.values()].flat().map(({ sound }) => sound.path),
        gap,
      )
    },
    async voices() {
      const { present, missing } = await speech.survey()
      return {
        engines: present.map(({ engine, version, voices }) => ({
          name: engine.name,
          version,
          voices: [...voices],
        })),
        missing: missing.flatMap(({ name, howToGet }) => (howToGet === null ? [] : [{ name, howToGet }])),
      }
    },
  }
}
