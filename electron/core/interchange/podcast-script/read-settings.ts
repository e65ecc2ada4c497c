import { languageTag } from '../../../../shared/model/base.ts'
import { oneLine, withoutControls } from '../../../../shared/podcast/clean.ts'
import { newScript } from '../../../../shared/podcast/new-script.ts'
import type { LoudnessPreset, Music, Script, Speaker } from '../../../../shared/podcast/script.ts'
import { readYamlOrNote, type YamlEntry, type YamlValue } from '../files/yaml.ts'
import type { Notes } from '../report.ts'
import { isName, longestName } from './form.ts'

type Settings = Omit<Script, 'chapters' | 'title'> & { title: string | null }

const loudnessPresets: readonly LoudnessPreset[] = ['stereo', 'mono', 'loud']
const isPreset = (text: string): text is LoudnessPreset =>
  (loudnessPresets as readonly string[]).includes(text)

/** The slowest and the fastest that voices are still understood at. */
const speeds = { slowest: 0.5, fastest: 2 }
/** Decibels; more than this is silence. */
const mostDuck = 60

/** What the settings above a script say; what is wrong with them is noted, and the usual stands in. */
export function readSettings(yaml: string, firstLine: number, language: string, notes: Notes): Settings {
  const settings: Settings = { ...newScript({ title: '', language }), title: null }
  const voices: { name: string; value: YamlValue }[] = []
  const entries = readYamlOrNote(yaml, firstLine, notes, {
    what: 'the settings of a podcast',
    instead: 'The episode has the usual settings.',
  })
  for (const { key, value, line } of entries) {
    const text = value.kind === 'text' ? textOf(value, notes) : ''
    const refuse = (rule: string) => notes.leftOut(line, `${key}: ${text || '…'}`, rule)
    switch (key) {
      case 'title':
      case 'author':
      case 'licence':
      case 'cover':
        if (text === '') refuse(`The ${key} is one line of text.`)
        else settings[key] = text
        break
      case 'language':
        if (languageTag.safeParse(text).success) settings.language = text
        else refuse(`A language is a tag such as en, en-GB or ar; ${language} stands in.`)
        break
      case 'loudness':
        if (isPreset(text)) settings.loudness = text
        else refuse('The loudness is stereo, mono or loud; stereo stands in.')
        break
      case 'music':
        settings.music = readMusic(value, settings.music, notes)
        break
      case 'voices':
        if (value.kind !== 'map') refuse('Voices are lines of the form “Name: voice”.')
        else voices.push(...value.entries.map((entry) => ({ name: entry.key, value: entry.value })))
        break
      case 'pronunciation':
        if (value.kind !== 'map') refuse('Pronunciations are lines of the form “word: how it is said”.')
        else settings.pronunciation = readPronunciation(value.entries, notes)
        break
      default:
        notes.leftOut(
          line,
          `${key}:`,
          'A podcast has title, author, language, licence, voices, pronunciation, music, cover and loudness; this was left out.',
        )
    }
  }
  // Last, because a speaker without a voice has the language's, wherever the language stands.
  settings.speakers = readVoices(voices, settings.language, notes)
  return settings
}

/** YAML can spell control characters out (`"\x07"`). */
function textOf(value: YamlValue, notes: Notes): string {
  const text = value.kind === 'text' ? value.text : ''
  if (withoutControls(text) !== text)
    notes.changed(value.line, oneLine(text), 'Control characters were taken out.')
  return oneLine(text)
}

function readVoices(
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
      const speed = Number(text)
      if (text !== '' && speed >= speeds.slowest && speed <= speeds.fastest) speaker.speed = speed
      else
        notes.leftOut(line, `speed: ${text}`, 'A speed is a number from 0.5 to 2; the voice keeps its own.')
    } else notes.leftOut(line, `${key}:`, 'A speaker has voice and speed; this was left out.')
  }
  return speaker
}

function readMusic(value: YamlValue, usual: Music, notes: Notes): Music {
  const music: Music = { ...usual }
  const entries = value.kind === 'map' ? value.entries : [{ key: 'intro', value, line: value.line }]
  for (const { key, value: inner, line } of entries) {
    const text = textOf(inner, notes)
    const refuse = (rule: string) => notes.leftOut(line, `music: ${key}: ${text || '…'}`, rule)
    if (key === 'intro' || key === 'bed' || key === 'outro') {
      if (text === '') refuse('Music is the path of a file.')
      else music[key] = text
    } else if (key === 'duck') {
      const duck = Number(text)
      if (text !== '' && duck >= 0 && duck <= mostDuck) music.duck = duck
      else refuse(`Duck is a number of decibels from 0 to ${mostDuck}; ${usual.duck} stands in.`)
    } else refuse('Music has intro, bed, outro and duck; this was left out.')
  }
  return music
}

function readPronunciation(entries: readonly YamlEntry[], notes: Notes): Script['pronunciation'] {
  return Object.fromEntries(
    entries.flatMap(({ key, value, line }) => {
      const [word, said] = [oneLine(key), textOf(value, notes)]
      if (word !== '' && said !== '') return [[word, said]]
      notes.leftOut(line, `pronunciation: ${word}`, 'A pronunciation is a word and how it is said.')
      return []
    }),
  )
}
