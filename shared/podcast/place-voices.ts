import { clipPart, type Part, type Recording } from './clip-part.ts'
import { asSeconds, frameGrid, inSamples, lengthOf } from './samples.ts'
import type { Chapter, ClipLine, Script, SpeechLine } from './script.ts'
import { withoutStress } from './stress.ts'
import type { Placed, Sound } from './timeline.ts'

/** One sentence as a voice spoke it, and its words as they stand in the script. */
export type Sentence = { sound: Sound; text: string }

/** What became of each line. What could not be had (no sentences, null) is left out; the rest of the episode stays. */
export type Spoken = {
  sentencesOf: (line: SpeechLine) => readonly Sentence[]
  clipOf: (line: ClipLine) => Recording | null
}

/** Seconds of silence, as people leave it when they talk unhurriedly. */
export const gaps = {
  /** Between the sentences of a line: a breath. */
  sentence: 0.25,
  /** Between two lines of one speaker: a new thought. */
  line: 0.45,
  /** Between two speakers: an answer comes sooner than the next thought. */
  speaker: 0.35,
  /** Before a chapter: long enough to be heard as an end. It is up to a fifth of a second more, to begin on `frameGrid`. */
  chapter: 1,
} as const

/** A piece of the voice track; `at` counts samples of the episode. */
type Piece = Omit<Placed, 'start'> & { at: number }

export type VoiceTrack = {
  pieces: Piece[]
  chapters: (Omit<Chapter, 'lines'> & { at: number })[]
  /** Samples: where the first word starts, where the last one ends, and where the pause after it ends. */
  first: number | null
  last: number
  end: number
}

/** Lays out what is said, in samples of the episode, of which the first `lead` are the intro's alone. */
export function placeVoices(script: Script, spoken: Spoken, lead: number): VoiceTrack {
  const track: VoiceTrack = { pieces: [], chapters: [], first: null, last: lead, end: lead }
  /** The piece that ends last, which what follows may overlap. */
  let ending: Piece | null = null
  let speaker: string | null = null
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
      const usual = track.first === null ? 0 : gapAfter(speaker, line.speaker, isOpen)
      const wanted = track.last + inSamples(pause ?? usual)
      const earliest: number = track.pieces.at(-1)?.at ?? lead
      const isOnGrid = !isOpen && track.first !== null && pause === null
      const at = Math.max(earliest, isOnGrid ? onGrid(wanted) : wanted)
      const overlap = Math.max(0, track.last - at)
      if (overlap > 0 && ending) ending.fadeOut = Math.max(ending.fadeOut, asSeconds(overlap))
      pause = null
      if (!isOpen) track.chapters.push({ at, ...headingOf(chapter) })
      isOpen = true
      track.first ??= at
      let next = at
      for (const [index, part] of heard.entries()) {
        if (index > 0) next += inSamples(gaps.sentence)
        const length = lengthOf({ samples: part.samples, rate: part.sound.rate })
        const crossing = index === 0 ? asSeconds(Math.min(overlap, length)) : 0
        const fadeIn = Math.max(part.fadeIn, crossing)
        const piece: Piece = {
          ...part,
          fadeIn,
          at: next,
          kind: line.kind,
          speaker: line.speaker,
          place: line.place,
        }
        track.pieces.push(piece)
        next += length
        if (next > track.last || ending === null) ending = piece
        track.last = Math.max(track.last, next)
      }
      speaker = line.speaker
    }
  }
  track.end = track.last + Math.max(0, inSamples(pause ?? 0))
  return track
}

const onGrid = (samples: number) => Math.ceil(samples / frameGrid) * frameGrid

function headingOf({ title, picture }: Chapter): Omit<Chapter, 'lines'> {
  return picture === undefined ? { title } : { title, picture }
}

function heardOf(line: SpeechLine | ClipLine, spoken: Spoken): (Part & { text: string | null })[] {
  if (line.kind === 'speech')
    return spoken
      .sentencesOf(line)
      .filter(({ sound }) => sound.samples > 0)
      .map(({ sound, text }) => {
        const whole = { sound, from: 0, samples: sound.samples, gain: 0, fadeIn: 0, fadeOut: 0 }
        return { ...whole, text: withoutStress(text) }
      })
  const recording = spoken.clipOf(line)
  const part = recording && clipPart(recording, line.edit)
  return part && part.samples > 0 ? [{ ...part, text: line.text }] : []
}

function gapAfter(before: string | null, speaker: string | null, isSameChapter: boolean): number {
  if (!isSameChapter) return gaps.chapter
  return before !== null && before === speaker ? gaps.line : gaps.speaker
}
