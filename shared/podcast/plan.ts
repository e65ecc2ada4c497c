import type { ClipLine, Script, SpeechLine } from './script.ts'
import { planMusic, type SoundsOfMusic } from './plan-music.ts'
import { asSeconds, inSamples, lengthOf } from './samples.ts'
import { withoutStress } from './stress.ts'
import type { ChapterMark, Cue, Placed, Sound, Timeline } from './timeline.ts'

/** One sentence as a voice spoke it, and its words as they stand in the script. */
export type Sentence = { sound: Sound; text: string }

/** What became of each line. What could not be had (no sentences, null) is left out; the rest of the episode stays. */
export type Spoken = {
  sentencesOf: (line: SpeechLine) => readonly Sentence[]
  clipOf: (line: ClipLine) => Sound | null
}

/** Seconds of silence, as people leave it when they talk unhurriedly. */
export const gaps = {
  /** Between the sentences of a line: a breath. */
  sentence: 0.25,
  /** Between two lines of one speaker: a new thought. */
  line: 0.45,
  /** Between two speakers: an answer comes sooner than the next thought. */
  speaker: 0.35,
  /** Before a chapter: long enough to be heard as an end. */
  chapter: 1,
} as const

/**
 * Where everything of an episode is heard. Starts lie on whole samples at 48 kHz and are added up in samples, whatever the
 * rate of each sound, so that nothing drifts; `seconds` covers the last word, a pause after it, and the outro. An episode in
 * which nothing is said is empty, music or not.
 */
export function planEpisode(script: Script, spoken: Spoken, sounds: SoundsOfMusic): Timeline {
  const voice = placeVoices(script, spoken)
  const { first, last } = voice
  if (first === null || last === null)
    return { seconds: 0, placed: [], music: [], duck: script.music.duck, chapters: [], cues: [] }
  const { music, lead } = planMusic(sounds, { first, last })
  const shift = (at: number) => asSeconds(at + lead)
  const placed = voice.pieces.map(({ at, ...piece }): Placed => ({ ...piece, start: shift(at) }))
  const musicEnd = Math.max(0, ...music.map(({ start, seconds }) => start + seconds))
  return {
    seconds: Math.max(shift(voice.end), musicEnd),
    placed,
    music,
    duck: script.music.duck,
    chapters: chapterMarks(
      script,
      voice.chapters.map(({ at, title }) => ({ start: shift(at), title })),
    ),
    cues: placed.flatMap(({ sound, start, speaker, text }): Cue[] =>
      text === null || text === '' ? [] : [{ start, end: start + sound.samples / sound.rate, speaker, text }],
    ),
  }
}

/** A piece of the voice track; `at` counts samples from the first word's start. */
type Piece = Omit<Placed, 'start'> & { at: number }
type VoiceTrack = {
  pieces: Piece[]
  chapters: { at: number; title: string | null }[]
  /** Samples: where the first word starts, where the last one ends, and where the pause after it ends. */
  first: number | null
  last: number | null
  end: number
}

function placeVoices(script: Script, spoken: Spoken): VoiceTrack {
  const track: VoiceTrack = { pieces: [], chapters: [], first: null, last: null, end: 0 }
  let before: { speaker: string | null } | null = null
  let pause: number | null = null
  for (const chapter of script.chapters) {
    let isOpen = false
    for (const line of chapter.lines) {
      if (line.kind === 'pause') {
        pause = (pause ?? 0) + line.seconds
        continue
      }
      const heard = heardOf(line, spoken)
      if (heard.length === 0) continue
      const usual = before === null ? 0 : gapAfter(before.speaker, line.speaker, isOpen)
      let at = track.end + inSamples(pause ?? usual)
      pause = null
      if (!isOpen) track.chapters.push({ at, title: chapter.title })
      isOpen = true
      track.first ??= at
      for (const [index, { sound, text }] of heard.entries()) {
        if (index > 0) at += inSamples(gaps.sentence)
        const { kind, speaker, place } = line
        track.pieces.push({ sound, at, kind, speaker, text, place })
        at += lengthOf(sound)
      }
      track.last = at
      track.end = at
      before = { speaker: line.speaker }
    }
  }
  track.end += inSamples(pause ?? 0)
  return track
}

function heardOf(line: SpeechLine | ClipLine, spoken: Spoken): { sound: Sound; text: string | null }[] {
  if (line.kind === 'speech')
    return spoken
      .sentencesOf(line)
      .filter(({ sound }) => sound.samples > 0)
      .map(({ sound, text }) => ({ sound, text: withoutStress(text) }))
  const sound = spoken.clipOf(line)
  return sound && sound.samples > 0 ? [{ sound, text: line.text }] : []
}

function gapAfter(before: string | null, speaker: string | null, isSameChapter: boolean): number {
  if (!isSameChapter) return gaps.chapter
  return before !== null && before === speaker ? gaps.line : gaps.speaker
}

/** What comes before the first heading is a chapter with the episode's own title, because players want one at 0. */
function chapterMarks(
  script: Script,
  chapters: readonly { start: number; title: string | null }[],
): ChapterMark[] {
  if (chapters.every(({ title }) => title === null)) return []
  return chapters.flatMap(({ start, title }, index): ChapterMark[] => {
    if (index === 0) return [{ start: 0, title: title ?? script.title }]
    return title === null ? [] : [{ start, title }]
  })
}
