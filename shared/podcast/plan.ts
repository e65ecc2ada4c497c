import { leadOf, planMusic, type SoundsOfMusic } from './plan-music.ts'
import { placeVoices, type Spoken } from './place-voices.ts'
import { asSeconds, frameGrid } from './samples.ts'
import type { Script } from './script.ts'
import type { ChapterMark, Cue, Placed, Timeline } from './timeline.ts'

/**
 * Where everything of an episode is heard. Starts lie on whole samples at 48 kHz and are added up in samples, whatever the
 * rate of each sound, so that nothing drifts; `seconds` covers the last word, a pause after it, and the outro. An episode in
 * which nothing is said is empty, music or not.
 */
export function planEpisode(script: Script, spoken: Spoken, sounds: SoundsOfMusic): Timeline {
  const { duck, level } = script.music
  const { pieces, chapters, first, last, end } = placeVoices(script, spoken, leadOf(sounds.intro))
  if (first === null) return { seconds: 0, placed: [], music: [], duck, chapters: [], cues: [] }
  const parts = chapters.flatMap(({ at }, index) => (index > 0 && at % frameGrid === 0 ? [at] : []))
  const music = planMusic(sounds, { first, last, parts }).map((piece) => ({ ...piece, gain: level }))
  const placed = pieces.map(({ at, ...piece }): Placed => ({ ...piece, start: asSeconds(at) }))
  const musicEnd = Math.max(0, ...music.map(({ start, seconds }) => start + seconds))
  return {
    seconds: Math.max(asSeconds(end), musicEnd),
    placed,
    music,
    duck,
    chapters: chapterMarks(
      script,
      chapters.map(({ at, ...chapter }) => ({ start: asSeconds(at), ...chapter })),
    ),
    cues: placed.flatMap(({ sound, samples, start, speaker, text }): Cue[] =>
      text === null || text === '' ? [] : [{ start, end: start + samples / sound.rate, speaker, text }],
    ),
  }
}

/** What comes before the first heading is a chapter with the episode's own title, because players want one at 0. */
function chapterMarks(
  script: Script,
  chapters: readonly (Omit<ChapterMark, 'title'> & { title: string | null })[],
): ChapterMark[] {
  if (chapters.every(({ title }) => title === null)) return []
  return chapters.flatMap(({ title, ...chapter }, index): ChapterMark[] => {
    if (index === 0) return [{ ...chapter, start: 0, title: title ?? script.title }]
    return title === null ? [] : [{ ...chapter, title }]
  })
}
