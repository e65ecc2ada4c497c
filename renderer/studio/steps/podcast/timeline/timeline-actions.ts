import type { ClipEdit, Line, Script } from '../../../../../shared/podcast/script.ts'
import { findLine, newPlace } from '../script-actions.ts'

/** Seconds of silence before a line, as the script allows them; below 0 it crosses over with what stands before. */
const least = -10
const most = 60
/** A part of a recording is no shorter than this, in seconds. */
const shortest = 0.1

const toHundredth = (seconds: number) => Math.round(seconds * 100) / 100

/** The pause that stands before a line; null where it has the usual silence. */
function pauseBefore(script: Script, place: number): Pause | null {
  const found = findLine(script, place)
  const before = found && script.chapters[found.chapter]?.lines[found.at - 1]
  return before?.kind === 'pause' ? before : null
}
type Pause = Extract<Line, { kind: 'pause' }>

/** The silence before a line, in seconds: what was asked for, or else what was `heard` when it was laid out. */
export function gapOf(script: Script, place: number, heard: number): number {
  return pauseBefore(script, place)?.seconds ?? heard
}

/** Sets the silence before a line: in the pause that stands before it, or in a new one. */
export function setGap(script: Script, place: number, seconds: number): void {
  const gap = toHundredth(Math.min(most, Math.max(least, seconds)))
  const pause = pauseBefore(script, place)
  const found = findLine(script, place)
  if (pause) pause.seconds = gap
  else if (found)
    script.chapters[found.chapter]?.lines.splice(found.at, 0, {
      place: newPlace(script),
      kind: 'pause',
      seconds: gap,
    })
}

/** Moves a line, and all that follows it, by so many seconds from where it is by now. */
export function moveBy(script: Script, place: number, seconds: number, heard: number): void {
  setGap(script, place, gapOf(script, place, heard) + seconds)
}

export const untouched: ClipEdit = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }

/** Moves an end of what is heard of a recording by so many seconds from where it is by now. */
export function trimBy(
  script: Script,
  place: number,
  { end, seconds }: { end: 'start' | 'end'; seconds: number },
  length: number,
): void {
  const line = findLine(script, place)?.line
  if (line?.kind !== 'clip') return
  const now = line.edit ?? untouched
  const part = end === 'start' ? { start: now.start + seconds } : { end: (now.end ?? length) + seconds }
  editClip(script, place, part, length)
}

/**
 * Changes how a recording is heard, within what it has: `length` is how long the whole file is, in seconds. What does nothing any
 * more is no edit.
 */
export function editClip(script: Script, place: number, change: Partial<ClipEdit>, length: number): void {
  const line = findLine(script, place)?.line
  if (line?.kind !== 'clip') return
  const wanted = { ...untouched, ...line.edit, ...change }
  const end = Math.min(length, Math.max(shortest, wanted.end ?? length))
  const start = toHundredth(Math.min(end - shortest, Math.max(0, wanted.start)))
  const heard = end - start
  const fadeIn = toHundredth(Math.min(30, heard, Math.max(0, wanted.fadeIn)))
  const edit: ClipEdit = {
    start,
    end: end >= length ? null : toHundredth(end),
    gain: Math.min(40, Math.max(-40, wanted.gain)),
    fadeIn,
    fadeOut: toHundredth(Math.min(30, heard - fadeIn, Math.max(0, wanted.fadeOut))),
  }
  line.edit = JSON.stringify(edit) === JSON.stringify(untouched) ? null : edit
}
