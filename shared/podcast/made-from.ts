import type { PodcastStep } from '../model/steps/podcast.ts'
import { hex, sha1, utf8 } from './sha1.ts'
import { type Dictionary, spokenScript } from './spoken-script.ts'

/**
 * What an episode is made from, as a hash: the script as it is spoken, and the settings of the file. Where a line stands in its
 * source, and what it was drafted from, is not heard. `dictionary` is the project's.
 */
export function madeFrom(
  step: Pick<PodcastStep, 'script' | 'title' | 'bitrate' | 'sampleRate'>,
  dictionary: Dictionary,
): string {
  const script = spokenScript(step, dictionary)
  const chapters = script.chapters.map(({ title, picture, lines }) => ({
    title,
    picture,
    lines: lines.map((line) => ({ ...line, place: 0, source: null })),
  }))
  const { bitrate, sampleRate } = step
  return hex(sha1(utf8(JSON.stringify({ ...script, chapters, bitrate, sampleRate }))))
}
