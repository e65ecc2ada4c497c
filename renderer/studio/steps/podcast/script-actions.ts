import type { ClipLine, Line, Script, Speaker, SpeechLine } from '../../../../shared/podcast/script.ts'

/**
 * What the studio does to a script. Each is a recipe: it changes the script it is given. Lines are named by their `place`, which
 * stays with a line wherever it goes.
 */

/** Where a line stands: its chapter, and its number in it. */
export function findLine(script: Script, place: number): { chapter: number; at: number; line: Line } | null {
  for (const [chapter, { lines }] of script.chapters.entries()) {
    const at = lines.findIndex((line) => line.place === place)
    const line = lines[at]
    if (line) return { chapter, at, line }
  }
  return null
}

/** A place that no line has. */
export function newPlace({ chapters }: Script): number {
  return Math.max(0, ...chapters.flatMap(({ lines }) => lines.map(({ place }) => place))) + 1
}

/** Everybody's first name for somebody: the script's first speaker, who is made where there is none. */
export function firstSpeaker(script: Script): Speaker {
  const [first] = script.speakers
  if (first) return first
  const made = { name: 'Ana', voice: script.language, speed: 1 }
  script.speakers.push(made)
  return script.speakers[0] ?? made
}

/** Adds an empty line after another one (or at the end), said by who speaks there. Answers its place. */
export function addLine(script: Script, after: number | null): number {
  const found = after === null ? null : findLine(script, after)
  const speaker =
    found && found.line.kind !== 'pause' && found.line.speaker !== null
      ? found.line.speaker
      : firstSpeaker(script).name
  const line: SpeechLine = { place: newPlace(script), kind: 'speech', speaker, text: '', source: null }
  insertAfter(script, after, line)
  return line.place
}

export function addPause(script: Script, after: number): number {
  const line: Line = { place: newPlace(script), kind: 'pause', seconds: 1 }
  insertAfter(script, after, line)
  return line.place
}

/** Adds a recording of its own: the id of an asset. */
export function addClip(script: Script, after: number | null, asset: string): number {
  const line: ClipLine = {
    place: newPlace(script),
    kind: 'clip',
    file: asset,
    speaker: null,
    text: null,
    source: null,
    edit: null,
  }
  insertAfter(script, after, line)
  return line.place
}

function insertAfter(script: Script, after: number | null, line: Line): void {
  const found = after === null ? null : findLine(script, after)
  if (script.chapters.length === 0) script.chapters.push({ title: null, lines: [] })
  const chapter = script.chapters[found?.chapter ?? script.chapters.length - 1]
  chapter?.lines.splice(found ? found.at + 1 : chapter.lines.length, 0, line)
}

export function removeLine(script: Script, place: number): void {
  const found = findLine(script, place)
  if (!found) return
  script.chapters[found.chapter]?.lines.splice(found.at, 1)
  dropEmptyOpening(script)
}

/** Moves a line by one; over a chapter's edge it goes into the next or the last one. */
export function moveLine(script: Script, place: number, by: -1 | 1): void {
  const found = findLine(script, place)
  if (!found) return
  const { chapter, at, line } = found
  const here = script.chapters[chapter]?.lines ?? []
  const isInside = by < 0 ? at > 0 : at < here.length - 1
  const target = script.chapters[chapter + by]
  if (!isInside && !target) return
  here.splice(at, 1)
  if (isInside) here.splice(at + by, 0, line)
  else target?.lines.splice(by < 0 ? target.lines.length : 0, 0, line)
  dropEmptyOpening(script)
}

/** Begins a chapter with a line: what stands before it stays in the one it was in. */
export function startChapter(script: Script, place: number, title = ''): void {
  const found = findLine(script, place)
  const chapter = found && script.chapters[found.chapter]
  if (!found || !chapter) return
  script.chapters.splice(found.chapter + 1, 0, { title, lines: chapter.lines.splice(found.at) })
  dropEmptyOpening(script)
}

/** Takes a chapter's title away, and its picture with it: its lines go to the chapter before it. */
export function joinChapter(script: Script, index: number): void {
  const chapter = script.chapters[index]
  const before = script.chapters[index - 1]
  if (!chapter) return
  if (!before) {
    chapter.title = null
    delete chapter.picture
    return
  }
  before.lines.push(...chapter.lines)
  script.chapters.splice(index, 1)
}

/** What has no title has lines, or is not there. */
function dropEmptyOpening(script: Script): void {
  script.chapters = script.chapters.filter(({ title, lines }) => title !== null || lines.length > 0)
}

/** Puts a recording in place of the voice; the words and what they come from stay. */
export function recordLine(script: Script, place: number, asset: string): void {
  const found = findLine(script, place)
  if (!found || found.line.kind === 'pause') return
  const { speaker, text, source } = found.line
  replaceLine(script, place, { place, kind: 'clip', file: asset, speaker, text, source, edit: null })
}

/** Lets a voice say what was recorded. */
export function unrecordLine(script: Script, place: number): void {
  const line = findLine(script, place)?.line
  if (line?.kind !== 'clip') return
  const { speaker, text, source } = line
  replaceLine(script, place, {
    place,
    kind: 'speech',
    speaker: speaker ?? firstSpeaker(script).name,
    text: text ?? '',
    source,
  })
}

export function replaceLine(script: Script, place: number, line: Line): void {
  const found = findLine(script, place)
  script.chapters[found?.chapter ?? -1]?.lines.splice(found?.at ?? 0, 1, line)
}

/** Parts the words of a line in two at `offset`; the second half is a line of the same speaker. Answers its place. */
export function splitLine(script: Script, place: number, offset: number): number | null {
  const line = findLine(script, place)?.line
  if (line?.kind !== 'speech') return null
  const rest = line.text.slice(offset).trim()
  const added = addLine(script, place)
  replaceLine(script, added, {
    place: added,
    kind: 'speech',
    speaker: line.speaker,
    text: rest,
    source: null,
  })
  replaceLine(script, place, { ...line, text: line.text.slice(0, offset).trim() })
  return added
}

/** Adds somebody who speaks, with a name nobody has. */
export function addSpeaker(script: Script): string {
  const taken = new Set(script.speakers.map(({ name }) => name))
  const names = ['Ana', 'Ben', 'Cleo', 'Dan', 'Eva', 'Finn']
  const name =
    names.find((candidate) => !taken.has(candidate)) ??
    Array.from({ length: taken.size + 1 }, (_, at) => `Speaker ${at + 1}`).find((one) => !taken.has(one)) ??
    'Speaker'
  script.speakers.push({ name, voice: script.language, speed: 1 })
  return name
}

/** Gives a speaker another name, in every line of theirs. */
export function renameSpeaker(script: Script, name: string, next: string): void {
  for (const speaker of script.speakers) if (speaker.name === name) speaker.name = next
  for (const line of script.chapters.flatMap(({ lines }) => lines))
    if (line.kind !== 'pause' && line.speaker === name) line.speaker = next
}

/** Takes a speaker out; their lines go to the first one who is left. */
export function removeSpeaker(script: Script, name: string): void {
  script.speakers = script.speakers.filter((speaker) => speaker.name !== name)
  const heir = firstSpeaker(script).name
  for (const line of script.chapters.flatMap(({ lines }) => lines))
    if (line.kind !== 'pause' && line.speaker === name) line.speaker = heir
}
