import { languageTag } from '../../../../../shared/model/base.ts'
import { oneLine } from '../../../../../shared/podcast/clean.ts'
import { newScript } from '../../../../../shared/podcast/new-script.ts'
import { type LoudnessPreset, loudnessPresets, type Script } from '../../../../../shared/podcast/script.ts'
import { readYamlOrNote, type YamlEntry, type YamlValue } from '../../files/yaml.ts'
import type { Notes } from '../../report.ts'
import { type EpisodeSettings, episodeKeys, readEpisodeSetting, usualEpisode } from './episode-settings.ts'
import { asBoolean } from '../form.ts'
import { readMusic } from './read-music.ts'
import { readVoices } from './read-voices.ts'
import { textOf } from './text-of.ts'

type Settings = Omit<Script, 'chapters' | 'title'> & { title: string | null }

const isPreset = (text: string): text is LoudnessPreset =>
  (loudnessPresets as readonly string[]).includes(text)

/** What the settings above a script say; `lines` is where each setting stands, and each part of the music. */
export type SettingsReading = { settings: Settings; episode: EpisodeSettings; lines: Map<string, number> }

/** Reads the settings above a script; what is wrong with them is noted, and the usual stands in. */
export function readSettings(
  yaml: string,
  firstLine: number,
  language: string,
  notes: Notes,
): SettingsReading {
  const settings: Settings = { ...newScript({ title: '', language }), title: null }
  let episode = usualEpisode
  const lines = new Map<string, number>()
  const voices: { name: string; value: YamlValue }[] = []
  const entries = readYamlOrNote(yaml, firstLine, notes, {
    what: 'the settings of a podcast',
    instead: 'The episode has the usual settings.',
  })
  for (const { key, value, line } of entries) {
    lines.set(key, line)
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
        settings.music = readMusic(value, settings.music, { lines, notes })
        break
      case 'voices':
        if (value.kind !== 'map') refuse('Voices are lines of the form “Name: voice”.')
        else voices.push(...value.entries.map((entry) => ({ name: entry.key, value: entry.value })))
        break
      case 'pronunciation':
        if (value.kind !== 'map') refuse('Pronunciations are lines of the form “word: how it is said”.')
        else settings.pronunciation = readPronunciation(value.entries, notes)
        break
      case 'denoise': {
        const isWanted = asBoolean(text)
        if (isWanted === null) refuse('It takes true or false; noise stays.')
        else settings.denoise = isWanted
        break
      }
      default: {
        const read = readEpisodeSetting(key, text)
        if (read?.value) episode = { ...episode, ...read.value }
        else if (read) refuse(read.rule)
        else
          notes.leftOut(
            line,
            `${key}:`,
            `A podcast has title, author, language, licence, voices, pronunciation, music, cover, loudness, denoise, ${episodeKeys.join(', ')}; this was left out.`,
          )
      }
    }
  }
  // Last, because a speaker without a voice has the language's, wherever the language stands.
  settings.speakers = readVoices(voices, settings.language, notes)
  return { settings, episode, lines }
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
