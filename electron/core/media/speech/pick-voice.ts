import { StudioError } from '../../../../shared/errors.ts'
import type { Speaker } from '../../../../shared/podcast/script.ts'
import type { SpeechEngine, Voice } from './engine.ts'

/** An engine that is there. */
export type Present = { engine: SpeechEngine; version: string; voices: readonly Voice[] }

export type Picked = { engine: SpeechEngine; version: string; voice: string }

const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()

/**
 * The voice a speaker has: `engine:voice`, or what the first engine that knows it calls a voice or a language. Throws
 * `no-speech-engine` or `voice-unknown`, which say what there is and how to get more.
 */
export function pickVoice(
  engines: readonly Present[],
  { name: speaker, voice: wanted }: Pick<Speaker, 'name' | 'voice'>,
  missing: readonly SpeechEngine[],
): Picked {
  if (engines.length === 0) throw new StudioError('no-speech-engine', { how: howToGet(missing) })
  const [, prefix, rest] = /^([a-z][a-z0-9-]*):(.+)$/.exec(wanted) ?? []
  const named = engines.filter(({ engine }) => engine.name === prefix)
  const among = named.length > 0 ? named : engines
  const asked = named.length > 0 ? (rest ?? wanted) : wanted
  for (const find of [byName, byLanguage, byWiderLanguage])
    for (const present of among) {
      const voice = find(present, asked)
      if (voice !== null) return { engine: present.engine, version: present.version, voice }
    }
  throw new StudioError('voice-unknown', { voice: wanted, speaker, there: whatThereIs(among) })
}

/** eSpeak's voices come in variants (`en-us+f3`), which it lists nowhere. */
function byName({ voices }: Present, asked: string): string | null {
  const [name = '', variant] = asked.split('+')
  const found = voices.find(({ id, name: called }) => same(id, asked) || same(called, asked))
  if (found) return found.id
  const base = variant ? voices.find(({ id }) => same(id, name)) : undefined
  return base ? `${base.id}+${variant}` : null
}

function byLanguage({ voices }: Present, asked: string): string | null {
  return voices.find(({ language }) => same(language, asked))?.id ?? null
}

/** `en` for `en-GB`, and the other way round. */
function byWiderLanguage({ voices }: Present, asked: string): string | null {
  const base = (tag: string) => tag.split('-')[0] ?? tag
  if (!/^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(asked)) return null
  return voices.find(({ language }) => same(base(language), base(asked)))?.id ?? null
}

function whatThereIs(engines: readonly Present[]): string {
  return engines
    .map(({ engine, voices }) => {
      const some = voices.slice(0, 8).map(({ id }) => id)
      const rest = voices.length - some.length
      return `${engine.name} with ${some.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`
    })
    .join('; ')
}

function howToGet(missing: readonly SpeechEngine[]): string {
  return missing.flatMap(({ howToGet: how }) => how ?? []).join(' ')
}
