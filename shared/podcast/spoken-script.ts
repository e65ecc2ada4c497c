import type { PodcastStep } from '../model/steps/podcast.ts'
import type { Script } from './script.ts'

/** How words are said, by how they are written. */
export type Dictionary = Script['pronunciation']

/**
 * The script of a step as it is spoken: called as its step is where it has no title, with the project's pronunciations, over which
 * its own go.
 */
export function spokenScript(
  { script, title }: Pick<PodcastStep, 'script' | 'title'>,
  dictionary: Dictionary,
): Script {
  return {
    ...script,
    title: script.title || title || 'Episode',
    pronunciation: { ...dictionary, ...script.pronunciation },
  }
}
