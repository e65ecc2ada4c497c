import type { Music } from '../../../../../shared/podcast/script.ts'
import type { YamlValue } from '../../files/yaml.ts'
import type { Notes } from '../../report.ts'
import { numberWithin } from '../form.ts'
import { textOf } from './text-of.ts'

/** Decibels. A duck of more is silence; a level of more is nothing but clipped, or no music at all. */
const decibels = { duck: { least: 0, most: 60 }, level: { least: -40, most: 12 } }

/** Which music is heard, and how loud: one path for the intro, or a map. `lines` takes where each path stands. */
export function readMusic(
  value: YamlValue,
  usual: Music,
  { lines, notes }: { lines: Map<string, number>; notes: Notes },
): Music {
  const music: Music = { ...usual }
  const entries = value.kind === 'map' ? value.entries : [{ key: 'intro', value, line: value.line }]
  for (const { key, value: inner, line } of entries) {
    const text = textOf(inner, notes)
    const refuse = (rule: string) => notes.leftOut(line, `music: ${key}: ${text || '…'}`, rule)
    if (key === 'intro' || key === 'bed' || key === 'outro') {
      lines.set(key, line)
      if (text === '') refuse('Music is the path of a file.')
      else music[key] = text
    } else if (key === 'duck' || key === 'level') {
      const { least, most } = decibels[key]
      const number = numberWithin(text, decibels[key])
      if (number === null)
        refuse(`It takes a number of decibels from ${least} to ${most}; ${usual[key]} stands in.`)
      else music[key] = number
    } else refuse('Music has intro, bed, outro, duck and level; this was left out.')
  }
  return music
}
