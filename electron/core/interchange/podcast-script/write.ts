import { stringify } from 'yaml'
import { oneLine } from '../../../../shared/podcast/clean.ts'
import { usualDuck } from '../../../../shared/podcast/new-script.ts'
import type { ClipLine, Line, Script, Speaker } from '../../../../shared/podcast/script.ts'
import { inMilliseconds } from '../module-source/times.ts'
import { writeEdit } from './clip-edit.ts'
import { type EpisodeSettings, usualEpisode, writeEpisodeSettings } from './settings/episode-settings.ts'
import { speakerIn } from './form.ts'
import { writeHeading } from './heading.ts'
import { escapeNotes, writeSource } from './notes-in-text.ts'

/**
 * A script as its text, ending with a line end; reading that gives the same script, its places counted anew. Words are
 * written on one line, so that line ends in them become blanks. The path of a recording cannot hold a bar (`|`).
 */
export function writeScript(script: Script, episode: EpisodeSettings = usualEpisode): string {
  const settings = stringify(settingsOf(script, episode), { lineWidth: 0 })
  const known = new Set(script.speakers.map(({ name }) => name))
  const chapters = script.chapters.map(({ title, picture, lines }) =>
    [
      ...(title === null ? [] : [`# ${escapeNotes(writeHeading({ title: oneLine(title), picture }))}`]),
      ...lines.map((line) => writeLine(line, known)),
    ]
      .map((line) => `${line}\n`)
      .join(''),
  )
  return [`${settings}---\n`, chapters.join('\n')].join('')
}

function settingsOf(
  { title, author, language, licence, speakers, music, ...more }: Script,
  episode: EpisodeSettings,
) {
  const settings = new Map<string, unknown>()
  // Without a title the episode has that of its step.
  if (title !== '') settings.set('title', oneLine(title))
  settings.set('language', language)
  if (author !== null) settings.set('author', oneLine(author))
  if (licence !== null) settings.set('licence', oneLine(licence))
  if (speakers.length > 0)
    settings.set('voices', new Map(speakers.map((speaker) => [speaker.name, voiceOf(speaker)])))
  const words = Object.entries(more.pronunciation)
  if (words.length > 0) settings.set('pronunciation', new Map(words))
  const { intro, bed, outro, duck, level } = music
  const parts = new Map<string, unknown>()
  for (const [name, path] of Object.entries({ intro, bed, outro })) if (path !== null) parts.set(name, path)
  if (duck !== usualDuck) parts.set('duck', duck)
  if (level !== 0) parts.set('level', level)
  if (parts.size > 0) settings.set('music', parts.size === 1 && intro !== null ? intro : parts)
  if (more.cover !== null) settings.set('cover', more.cover)
  if (more.loudness !== 'stereo') settings.set('loudness', more.loudness)
  if (more.denoise) settings.set('denoise', true)
  for (const [key, value] of writeEpisodeSettings(episode)) settings.set(key, value)
  return settings
}

function voiceOf({ voice, speed }: Speaker): string | { voice: string; speed: number } {
  return speed === 1 ? voice : { voice, speed }
}

function writeLine(line: Line, known: ReadonlySet<string>): string {
  switch (line.kind) {
    case 'pause':
      return `(pause ${inMilliseconds(line.seconds)})`
    case 'clip':
      return withSource(`[clip ${[writeEdit(line), ...saidIn(line, known)].join(' | ')}]`, line)
    case 'speech':
      return withSource(oneLine(`${line.speaker}: ${line.text}`), line)
  }
}

function withSource(text: string, { source }: Pick<ClipLine, 'source'>): string {
  const words = escapeNotes(text)
  return source ? `${words} ${writeSource(source)}` : words
}

function saidIn({ speaker, text }: ClipLine, known: ReadonlySet<string>): string[] {
  const words = oneLine(text ?? '')
  if (speaker !== null) return [oneLine(`${speaker}: ${words}`)]
  if (words === '') return []
  const isMistakable = words.startsWith(':') || speakerIn(words, known, true) !== null
  return [isMistakable ? `: ${words}` : words]
}
