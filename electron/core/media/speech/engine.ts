import type { Run } from '../../../../shared/podcast/stress.ts'

export type Voice = {
  /** What the engine calls it. */
  id: string
  name: string
  /** BCP 47 */
  language: string
  /** What to expect of it. */
  quality: 'robotic' | 'natural' | 'unknown'
}

/** One sentence to be spoken into a new WAV file. */
export type Utterance = {
  runs: readonly Run[]
  voice: string
  /** 1 is the voice's own. */
  speed: number
  output: string
  signal?: AbortSignal | undefined
}

/** Something that speaks: one call a sentence. */
export type SpeechEngine = {
  /** Stands in front of a voice: `espeak-ng:en-gb`. */
  name: string
  /** How to get it, as a sentence; null where this machine cannot have it. */
  howToGet: string | null
  /** What it says its version is; null when it is not there. Part of the key spoken sentences are remembered by. */
  version: () => Promise<string | null>
  voices: () => Promise<Voice[]>
  /** Throws `SpeechProblem` when it could not. */
  speak: (utterance: Utterance) => Promise<void>
}

/** Why a sentence was not spoken, in words that follow “because”. */
export class SpeechProblem extends Error {}

/** The words of an utterance. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')

/** Words with no `[[` or `]]`, which are orders to some engines: `[[slnc 5000]]` would be obeyed. */
export const bracketsApart = (text: string): string => text.replace(/(?<=\[)(?=\[)|(?<=\])(?=\])/g, ' ')
