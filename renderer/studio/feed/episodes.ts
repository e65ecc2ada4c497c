import type { RecordMap } from '../../../shared/model/records.ts'
import type { PodcastStep } from '../../../shared/model/steps/podcast.ts'
import { type EpisodeState, episodeState } from '../../../shared/podcast/episode-state.ts'
import { nameOf } from '../outline/names.ts'
import { dictionaryIn } from '../steps/podcast/podcast-step.ts'

/** A podcast step of a series, and how its episode stands to its script. */
export type FeedEpisode = { step: PodcastStep; title: string; module: string; state: EpisodeState }

/** The podcasts of a series in its order, as far as its modules are loaded. */
export function episodesIn(records: RecordMap, series: string): FeedEpisode[] {
  const record = records[series]
  const dictionary = dictionaryIn(records)
  return (record?.type === 'series' ? record.modules : []).flatMap((id) => {
    const module = records[id]
    return (module?.type === 'module' ? module.steps : []).flatMap((stepId): FeedEpisode[] => {
      const step = records[stepId]
      if (step?.type !== 'step' || step.kind !== 'podcast') return []
      return [{ step, title: nameOf(step), module: nameOf(module), state: episodeState(step, dictionary) }]
    })
  })
}

/** What making the feed will do with them, in a sentence; null where there is nothing to say. */
export function forecast(episodes: readonly FeedEpisode[]): string | null {
  const count = (...states: EpisodeState[]) => episodes.filter(({ state }) => states.includes(state)).length
  const [stale, silent] = [count('changed', 'not-rendered'), count('silent')]
  const sentences = [
    ...(stale === 0 ? [] : [stale === 1 ? 'One is rendered first.' : `${stale} are rendered first.`]),
    ...(silent === 0
      ? []
      : [silent === 1 ? 'One has no words and is left out.' : `${silent} have no words and are left out.`]),
  ]
  return sentences.length === 0 ? null : sentences.join(' ')
}
