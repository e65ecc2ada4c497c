import {
  type PodcastStep,
  podcastKind,
  podcastStepSchema,
} from '../../../../../shared/model/steps/podcast.ts'
import { asBoolean } from '../form.ts'

/** What stands among a script's settings and is no part of it: what becomes of the finished episode. */
export type EpisodeSettings = Pick<PodcastStep, 'mustListen' | 'mayDownload' | 'bitrate' | 'sampleRate'>

/** What the script's text calls each setting, how its words read, and what it takes. */
const settings = {
  listen: { field: 'mustListen', parse: Number, takes: 'a percentage from 1 to 100' },
  download: { field: 'mayDownload', parse: asBoolean, takes: 'true or false' },
  bitrate: { field: 'bitrate', parse: Number, takes: '128 or 192 (kilobits a second)' },
  rate: { field: 'sampleRate', parse: Number, takes: '48000 or 44100 (samples a second)' },
} as const

export const episodeKeys = Object.keys(settings)

const { mustListen, mayDownload, bitrate, sampleRate } = podcastKind.create({ id: 'usual', title: '' })
export const usualEpisode: EpisodeSettings = { mustListen, mayDownload, bitrate, sampleRate }

const schema = podcastStepSchema
  .pick({ mustListen: true, mayDownload: true, bitrate: true, sampleRate: true })
  .partial()

type Read = { value: Partial<EpisodeSettings>; rule?: never } | { value?: never; rule: string }

/** A setting of the episode; null when `key` is something else. */
export function readEpisodeSetting(key: string, words: string): Read | null {
  if (!Object.hasOwn(settings, key)) return null
  const { field, parse, takes } = settings[key as keyof typeof settings]
  const read = schema.safeParse({ [field]: parse(words) })
  return read.success ? { value: read.data as Partial<EpisodeSettings> } : { rule: `It takes ${takes}.` }
}

/** What differs from the usual. */
export function writeEpisodeSettings(episode: EpisodeSettings): [key: string, value: number | boolean][] {
  return Object.entries(settings).flatMap(([key, { field }]): [string, number | boolean][] => {
    const value = episode[field]
    return value === null || value === usualEpisode[field] ? [] : [[key, value]]
  })
}
