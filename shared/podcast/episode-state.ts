import type { PodcastStep } from '../model/steps/podcast.ts'
import { madeFrom } from './made-from.ts'
import type { Script } from './script.ts'
import type { Dictionary } from './spoken-script.ts'

/** How a step's episode stands to its script; `silent`: nothing is said in it that could be rendered. */
export type EpisodeState = 'rendered' | 'changed' | 'not-rendered' | 'silent'

/** `dictionary` is the project's. */
export function episodeState(step: PodcastStep, dictionary: Dictionary): EpisodeState {
  if (!saysSomething(step.script)) return 'silent'
  if (step.episode === null) return 'not-rendered'
  return step.episode.madeFrom === madeFrom(step, dictionary) ? 'rendered' : 'changed'
}

/** Whether anything is said in a script. */
export function saysSomething({ chapters }: Script): boolean {
  return chapters.some(({ lines }) => lines.some(({ kind }) => kind !== 'pause'))
}
