import { hex, sha1, utf8 } from '../sha1.ts'

/** A piece of what a step makes of itself by ear. */
export type Unit =
  | { kind: 'chapter'; title: string }
  | { kind: 'pause'; seconds: number }
  /** What is shown while something is said: the id of an asset. */
  | { kind: 'picture'; asset: string }
  | SpeechUnit
export type SpeechUnit = {
  kind: 'speech'
  /** Where there are two speakers, one explains, and the other asks and leads from one thing to the next. */
  role: 'explains' | 'asks'
  text: string
  /** Of the piece of the step that it was made from. */
  hash: string
}

/**
 * What somebody says; `from` names the piece of the step and `said` its words, so that the line is known to be stale when that
 * piece has changed, and only then.
 */
export function speech(role: SpeechUnit['role'], text: string, from: string, said: string): SpeechUnit {
  return { kind: 'speech', role, text, hash: hex(sha1(utf8(`${from}\n${said}`))).slice(0, 16) }
}
