import type { ClipEdit, Script } from '../../../../../shared/podcast/script.ts'
import { findLine, newPlace } from '../script-actions.ts'

/** Seconds of silence before a line, as the script allows them; below 0 it crosses over with what stands before. */
const least = -10
const most = 60
/** A part of a recording is no shorter than this, in seconds. */
const shortest = 0.1

const toHundredth = (seconds: number) => Math.round(seconds * 100) / 100

/** Sets the silence before a line: in the pause that stands before it, or in a new one. */
export function setGap(script: Script, place: number, seconds: number): void {
  const found = findLine(script, place)
  const lines = found && script.chapters[found.chapter]?.lines
  if (!found || !lines) return
  const gap = toHundredth(Math.min(most, Math.max(least, seconds)))
  const before = lines[found.at - 1]
  if (before?.kind === 'pause') before.seconds = gap
  else lines.splice(found.at, 0, { place: newPlace(script), kind: 'pause', seconds: gap })
}

export const untouched: ClipEdit = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }

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
