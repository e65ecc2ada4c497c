import { join } from 'node:path'
import type { Work } from '../../domains.ts'
import type { Ports } from '../../ports.ts'
import { type Places, usualPlaces } from '../ffmpeg/locate.ts'
import { createFfmpegTools } from '../ffmpeg/tools.ts'
import type { SpeechEngine } from '../speech/engine.ts'
import { speechEngines } from '../speech/engines/index.ts'
import { createSpeech } from '../speech/speech.ts'
import { type Episode, type EpisodeRequest, makeEpisode } from './make-episode.ts'

/** What can speak here: each engine with its voices; and those that are not there, with how to get them. */
export type Voices = {
  engines: { name: string; version: string; voices: number; languages: number }[]
  missing: { name: string; howToGet: string }[]
}

export type Podcasts = {
  /** Makes a script into a finished episode. */
  make: (request: EpisodeRequest, signal?: AbortSignal) => Work<Episode>
  voices: () => Promise<Voices>
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
  const speech = createSpeech({ engines, cacheFolder: join(home, 'cache', 'speech'), tools })
  return {
    make: (request, signal) => makeEpisode({ tools, speech, home }, request, signal),
    async voices() {
      const { present, missing } = await speech.survey()
      return {
        engines: present.map(({ engine, version, voices }) => ({
          name: engine.name,
          version,
          voices: voices.length,
          languages: new Set(voices.map(({ language }) => language)).size,
        })),
        missing: missing.flatMap(({ name, howToGet }) => (howToGet === null ? [] : [{ name, howToGet }])),
      }
    },
  }
}
