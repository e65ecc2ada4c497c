import { oneLine } from '../../../../shared/podcast/clean.ts'
import type { Chapter, Line, Speaker, SpeechLine } from '../../../../shared/podcast/script.ts'
import { inMilliseconds } from '../module-source/times.ts'
import type { Notes } from '../report.ts'
import { readEdit, splitEdit } from './clip-edit.ts'
import { readHeading } from './heading.ts'
import { longestLine, pauses, speakerIn } from './form.ts'
import { type ScriptLine, takeNotes } from './notes-in-text.ts'

/** Who speaks a text in which nobody is named. */
const nobody = 'Narrator'

const heading = /^(#{1,6}) (.+)$/
const rule = /^([-*_])(?: ?\1){2,}$/
const pause = /^\( ?pause\b ?(.*)\)$/i
const clip = /^\[ ?clip\b ?(.*)\]$/i

/**
 * What a script says below its settings, and the line of each chapter's heading. Speakers that are named for the first time get the voice of the `language` and
 * are noted, because such a name may be a slip, or no name at all.
 */
export function readLines(
  text: string,
  { firstLine, speakers, language, notes }: ReadLines,
): { chapters: Chapter[]; speakers: Speaker[]; headings: number[] } {
  const { lines, unclosed } = takeNotes(text)
  const reading: Reading = {
    chapters: [{ place: firstLine, title: null, lines: [] }],
    speakers: [...speakers],
    known: new Set(speakers.map(({ name }) => name)),
    language,
    notes,
    open: null,
    speaking: speakers[0]?.name ?? null,
  }
  for (const [index, line] of lines.entries()) readLine(line, firstLine + index, reading)
  close(reading)
  if (unclosed !== null)
    notes.leftOut(
      firstLine + unclosed,
      '<!--',
      'This note has no end (-->), so what follows it on its line was left out.',
    )
  const chapters = finish(reading)
  return {
    chapters: chapters.map(({ place: _place, ...chapter }) => chapter),
    speakers: reading.speakers,
    headings: chapters.map(({ place }) => place),
  }
}

type ReadLines = { firstLine: number; speakers: readonly Speaker[]; language: string; notes: Notes }

/** How far the reading has come. */
type Reading = {
  chapters: (Chapter & { place: number })[]
  speakers: Speaker[]
  known: Set<string>
  language: string
  notes: Notes
  /** The line of speech that goes on; null when the next line starts afresh. */
  open: { line: SpeechLine; words: string[] } | null
  /** Who spoke last, or would speak first. */
  speaking: string | null
}

function readLine({ text, hasNote, source }: ScriptLine, place: number, reading: Reading) {
  const words = oneLine(text)
  if (words === '') {
    if (!hasNote) close(reading)
    return
  }
  if (readCue(words, source, place, reading)) return
  const named = speakerIn(words, reading.known, reading.open === null)
  if (named) speak(named.name, named.words, place, reading)
  else if (reading.open) reading.open.words.push(words)
  else speakUnnamed(words, place, reading)
  if (reading.open && source) reading.open.line.source = source
}

/** A heading, a pause, a clip, or a line that says nothing; false when it is words. */
function readCue(words: string, source: ScriptLine['source'], place: number, reading: Reading): boolean {
  const [, marks = '', title] = heading.exec(words) ?? []
  const [, length] = pause.exec(words) ?? []
  const [, recording] = clip.exec(words) ?? []
  const isEmpty = /^#+$/.test(words) || rule.test(words)
  if (title === undefined && length === undefined && recording === undefined && !isEmpty) return false
  close(reading)
  if (title !== undefined) startChapter(title, marks, place, reading)
  else if (length !== undefined) addPause(length, words, place, reading)
  else if (recording !== undefined) addClip(recording, source, place, reading)
  else reading.notes.leftOut(place, words, 'There are no words on this line.')
  return true
}

function startChapter(title: string, marks: string, place: number, { chapters, notes }: Reading) {
  if (marks !== '#')
    notes.changed(
      place,
      `${marks} ${title}`,
      'Chapters have one level; this became a chapter like the others.',
    )
  chapters.push({ place, ...readHeading(title, place, notes), lines: [] })
}

function addPause(length: string, words: string, place: number, reading: Reading) {
  const [, sign, number] = /^([-−]?)(\d{1,6}(?:[.,]\d{1,9})?) ?(?:s|seconds?)?$/.exec(length.trim()) ?? []
  if (number === undefined) {
    reading.notes.leftOut(place, words, 'A pause is a number of seconds, such as (pause 1.5).')
    return
  }
  const wanted = inMilliseconds(Number(number.replace(',', '.'))) * (sign === '' ? 1 : -1)
  const seconds = Math.min(Math.max(wanted, pauses.least), pauses.most) + 0
  if (wanted > pauses.most)
    reading.notes.changed(
      place,
      words,
      `A pause lasts ${pauses.most} seconds at most, and so does this one now.`,
    )
  if (wanted < pauses.least)
    reading.notes.changed(
      place,
      words,
      `What follows begins at most ${-pauses.least} seconds before the end of what stands before, and so it does now.`,
    )
  add({ place, kind: 'pause', seconds }, reading)
}

function addClip(recording: string, source: ScriptLine['source'], place: number, reading: Reading) {
  const bar = recording.indexOf('|')
  const { file, edit } = splitEdit((bar < 0 ? recording : recording.slice(0, bar)).trim())
  if (file === '') {
    reading.notes.leftOut(
      place,
      `${`[clip ${recording}`.trimEnd()}]`,
      'A clip names its file, such as [clip media/call.wav].',
    )
    return
  }
  const said = bar < 0 ? '' : recording.slice(bar + 1).trim()
  // A colon at the start says that nobody is named, whatever the words look like.
  const isNobody = said.startsWith(':')
  const named = isNobody ? null : speakerIn(said, reading.known, true)
  const [text = '', ...rest] = partsOf(isNobody ? said.slice(1).trim() : (named?.words ?? said))
  if (rest.length > 0)
    reading.notes.changed(place, text, `The words of a recording have ${longestLine} characters at most.`)
  if (named) know(named.name, reading)
  add(
    {
      place,
      kind: 'clip',
      file,
      speaker: named?.name ?? null,
      text: text === '' ? null : text,
      source,
      edit: edit === null ? null : readEdit(edit, place, reading.notes),
    },
    reading,
  )
}

function speakUnnamed(words: string, place: number, reading: Reading) {
  const speaker = reading.speaking ?? nobody
  reading.notes.changed(
    place,
    words,
    reading.speaking === null
      ? `The line names no speaker, and nobody spoke before; “${speaker}” says it.`
      : `The line names no speaker, so ${speaker} says it.`,
  )
  speak(speaker, words, place, reading)
}

function speak(speaker: string, words: string, place: number, reading: Reading) {
  close(reading)
  if (know(speaker, reading))
    reading.notes.changed(
      place,
      `${speaker}:`,
      `${speaker} has no voice in the settings and speaks with that of the language, ${reading.language}.`,
    )
  reading.speaking = speaker
  const line: SpeechLine = { place, kind: 'speech', speaker, text: '', source: null }
  reading.open = { line, words: words === '' ? [] : [words] }
}

/** Whether the name is new. */
function know(name: string, { known, speakers, language }: Reading): boolean {
  if (known.has(name)) return false
  known.add(name)
  speakers.push({ name, voice: language, speed: 1 })
  return true
}

function close(reading: Reading) {
  if (!reading.open) return
  const { line, words } = reading.open
  reading.open = null
  const parts = partsOf(words.join(' '))
  if (parts.length > 1)
    reading.notes.changed(
      line.place,
      `${line.speaker}: ${parts[0]}`,
      `It has more than ${longestLine} characters, so it became ${parts.length} lines.`,
    )
  if (words.length > 0) for (const text of parts) add({ ...line, text }, reading)
  else reading.notes.leftOut(line.place, `${line.speaker}:`, 'Nothing is said on this line.')
}

/** A text in parts that are no longer than a line may be, cut at a blank where there is one in the last tenth. */
function partsOf(text: string): string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > longestLine) {
    const blank = rest.lastIndexOf(' ', longestLine)
    const end = blank > longestLine * 0.9 ? blank : longestLine
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).trimStart()
  }
  return [...parts, rest]
}

function add(line: Line, { chapters }: Reading) {
  chapters.at(-1)?.lines.push(line)
}

function finish({ chapters, notes }: Reading): Reading['chapters'] {
  for (const { place, title, lines } of chapters)
    if (title !== null && lines.length === 0)
      notes.changed(
        place,
        `# ${title}`,
        'Nothing is said under this heading, so the finished episode has no such chapter.',
      )
  return chapters.filter(({ title, lines }) => title !== null || lines.length > 0)
}
