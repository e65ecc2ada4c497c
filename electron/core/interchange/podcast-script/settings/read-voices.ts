import { oneLine } from '../../../../../shared/podcast/clean.ts'
import type { Speaker } from '../../../../../shared/podcast/script.ts'
import type { YamlValue } from '../../files/yaml.ts'
import type { Notes } from '../../report.ts'
import { isName, longestName, numberWithin } from '../form.ts'
import { textOf } from './text-of.ts'

/** The slowest and the fastest that voices are still understood at. */
const speeds = { least: 0.5, most: 2 }

/** Who speaks, and with which voice; without one, that of the language. */
export function readVoices(
  voices: readonly { name: string; value: YamlValue }[],
  language: string,
  notes: Notes,
): Speaker[] {
  const speakers = new Map<string, Speaker>()
  for (const { name: written, value } of voices) {
    const name = oneLine(written)
    if (!isName(name))
      notes.leftOut(
        value.line,
        `voices: ${written}`,
        `A speaker's name begins with a letter or digit, has no colon and at most ${longestName} characters.`,
      )
    else if (speakers.has(name))
      notes.leftOut(value.line, `voices: ${written}`, `${name} has a voice already.`)
    else speakers.set(name, readVoice(name, value, language, notes))
  }
  return [...speakers.values()]
}

function readVoice(name: string, value: YamlValue, language: string, notes: Notes): Speaker {
  const speaker: Speaker = { name, voice: language, speed: 1 }
  const entries = value.kind === 'map' ? value.entries : [{ key: 'voice', value, line: value.line }]
  for (const { key, value: inner, line } of entries) {
    const text = textOf(inner, notes)
    if (key === 'voice') {
      if (text !== '') speaker.voice = text
      else
        notes.changed(
          line,
          `voices: ${name}`,
          `${name} has no voice and speaks with that of the language, ${language}.`,
        )
    } else if (key === 'speed') {
      const speed = numberWithin(text, speeds)
      if (speed !== null) speaker.speed = speed
      else
        notes.leftOut(line, `speed: ${text}`, 'A speed is a number from 0.5 to 2; the voice keeps its own.')
    } else notes.leftOut(line, `${key}:`, 'A speaker has voice and speed; this was left out.')
  }
  return speaker
}
