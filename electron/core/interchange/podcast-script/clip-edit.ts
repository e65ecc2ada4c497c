import type { ClipLine } from '../../../../shared/podcast/script.ts'
import { inMilliseconds, parseTime } from '../module-source/times.ts'
import type { Notes } from '../report.ts'
import { numberWithin } from './form.ts'

type ClipEdit = NonNullable<ClipLine['edit']>

/** A recording as it is. */
const unedited: ClipEdit = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }

/** What is written of each: the field it sets, how its words read (null is none), and the rule that null breaks. */
const settings = {
  from: {
    field: 'start',
    read: parseTime,
    rule: 'From is a time, such as 1.5 or 0:12; the start stands in.',
  },
  to: { field: 'end', read: parseTime, rule: 'To is a time, such as 9 or 0:12; the end stands in.' },
  gain: {
    field: 'gain',
    read: (text: string) => numberWithin(text, { least: -40, most: 40 }),
    rule: 'Gain is a number of decibels from -40 to 40; 0 stands in.',
  },
  fadeIn: { field: 'fadeIn', read: fade, rule: 'A fade lasts 0 to 30 seconds; this one is none.' },
  fadeOut: { field: 'fadeOut', read: fade, rule: 'A fade lasts 0 to 30 seconds; this one is none.' },
} as const

function fade(text: string): number | null {
  return numberWithin(text, { least: 0, most: 30 })
}

const isSetting = (name: string): name is keyof typeof settings => Object.hasOwn(settings, name)

/**
 * A recording's path, and what stands in braces after it: settings, or nothing at all. Other braces belong to the path:
 * `take {2}.wav`.
 */
export function splitEdit(recording: string): { file: string; edit: string | null } {
  const open = recording.lastIndexOf(' {')
  const inside = recording.endsWith('}') && open > 0 ? recording.slice(open + 2, -1).trim() : null
  if (inside === null || (inside !== '' && !inside.includes(':'))) return { file: recording, edit: null }
  return { file: recording.slice(0, open).trim(), edit: inside }
}

/** What was done to a recording, of the form `from: 1.5, gain: -3`; nothing at all is null. */
export function readEdit(text: string, line: number, notes: Notes): ClipEdit | null {
  if (text === '') return null
  const edit: ClipEdit = { ...unedited }
  const seen = new Set<string>()
  for (const part of text.split(',').map((words) => words.trim())) {
    const colon = part.indexOf(':')
    const name = part.slice(0, Math.max(colon, 0)).trim()
    if (!isSetting(name) || seen.has(name)) {
      notes.leftOut(
        line,
        part,
        'A recording has from, to, gain, fadeIn and fadeOut, once each; this was left out.',
      )
      continue
    }
    seen.add(name)
    const { field, read, rule } = settings[name]
    const value = read(part.slice(colon + 1).trim())
    if (value === null) notes.leftOut(line, part, rule)
    else edit[field] = value
  }
  if (edit.end === null || edit.end > edit.start) return edit
  notes.leftOut(line, `to: ${edit.end}`, `It lies before from, ${edit.start}; the end stands in.`)
  return { ...edit, end: null }
}

/** A clip's path and what was done to it. Empty braces keep a path that ends in braces from being misread. */
export function writeEdit({ file, edit }: Pick<ClipLine, 'file' | 'edit'>): string {
  if (edit === null) return splitEdit(file).edit === null ? file : `${file} {}`
  const { start, end, gain, fadeIn, fadeOut } = edit
  const values = Object.entries({
    from: inMilliseconds(start),
    to: end === null ? 0 : inMilliseconds(end),
    gain,
    fadeIn,
    fadeOut,
  }).filter(([, value]) => value !== 0)
  const written = values.length > 0 ? values : [['from', 0]]
  return `${file} {${written.map(([name, value]) => `${name}: ${value}`).join(', ')}}`
}
