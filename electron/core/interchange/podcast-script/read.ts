import { withoutControls } from '../../../../shared/podcast/clean.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { type Notes, shorten } from '../report.ts'
import type { EpisodeSettings } from './settings/episode-settings.ts'
import { settingsEnd } from './form.ts'
import { readLines } from './read-lines.ts'
import { readSettings } from './settings/read-settings.ts'

export type ScriptReading = {
  /** The line of the file that the text begins on, from 1. */
  firstLine: number
  /** Stands in where the script has no title, or no language, of its own. */
  title: string
  language: string
  notes: Notes
}

/** A script as its text says it. */
export type ScriptSource = {
  script: Script
  episode: EpisodeSettings
  /** The lines of the file on which the settings stand, and the parts of the music. */
  lines: ReadonlyMap<string, number>
  /** The line of each chapter's heading. */
  headings: readonly number[]
}

/** What a `podcast` fence holds. Whatever cannot be taken as it stands is noted; the rest is read. */
export function readScript(text: string, { firstLine, title, language, notes }: ScriptReading): ScriptSource {
  const textLines = cleanLines(text, firstLine, notes)
  const { settings, from } = findSettings(textLines)
  if (settings === null && text.trim() !== '')
    notes.changed(
      firstLine,
      'a script without settings',
      'There is no line of three dashes after the settings, so all of it was taken as what is said.',
    )
  const opens = settings?.from ?? 0
  const {
    settings: read,
    episode,
    lines,
  } = readSettings(textLines.slice(opens, settings?.to ?? 0).join('\n'), firstLine + opens, language, notes)
  const { chapters, speakers, headings } = readLines(textLines.slice(from).join('\n'), {
    firstLine: firstLine + from,
    speakers: read.speakers,
    language: read.language,
    notes,
  })
  return { script: { ...read, title: read.title ?? title, speakers, chapters }, episode, lines, headings }
}

/** At most this many lines with control characters are named one by one. */
const mostNamed = 20

function cleanLines(text: string, firstLine: number, notes: Notes): string[] {
  let dirty = 0
  let last = 0
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => {
    const clean = withoutControls(line)
    if (clean === line) return line
    dirty += 1
    last = firstLine + index
    if (dirty <= mostNamed)
      notes.changed(last, shorten(clean), 'Control characters, which no voice can say, were taken out.')
    return clean
  })
  if (dirty > mostNamed)
    notes.changed(last, `${dirty - mostNamed} more lines`, 'Control characters were taken out of them too.')
  return lines
}

/** Where the settings stand (null when there are none) and where what is said begins, as indexes of lines. */
function findSettings(lines: readonly string[]): {
  settings: { from: number; to: number } | null
  from: number
} {
  const first = lines.findIndex((line) => settingsEnd.test(line))
  if (first < 0) return { settings: null, from: 0 }
  // As front matter: a line of dashes before them, too.
  const isOpened = lines.slice(0, first).every((line) => line.trim() === '')
  const second = isOpened ? lines.findIndex((line, index) => index > first && settingsEnd.test(line)) : -1
  return second < 0
    ? { settings: { from: 0, to: first }, from: first + 1 }
    : { settings: { from: first + 1, to: second }, from: second + 1 }
}
