import type { PodcastStep } from '../model/steps/podcast.ts'
import { hex, sha1, utf8 } from './sha1.ts'

/**
 * What an episode is made from, as a hash: the script and the settings of the file. Where a line stands in its source, and what it
 * was drafted from, is not heard. `title` stands in where the script has none.
 */
export function madeFrom(
  { script, bitrate, sampleRate }: Pick<PodcastStep, 'script' | 'bitrate' | 'sampleRate'>,
  title: string,
): string {
  const chapters = script.chapters.map(({ title: name, lines }) => ({
    title: name,
    lines: lines.map((line) => ({ ...line, place: 0, source: null })),
  }))
  const heard = { ...script, title: script.title || title, chapters, bitrate, sampleRate }
  return hex(sha1(utf8(JSON.stringify(heard))))
}
