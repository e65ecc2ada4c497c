import type { Voices } from '../../../../shared/contract/media.ts'

/** One voice to choose: `value` names it in a script. */
export type VoiceChoice = { value: string; label: string; language: string; engine: string }

const base = (language: string) => language.toLowerCase().split('-')[0] ?? ''

/** Engines whose voices all exist in variants that the engine lists nowhere. */
const variants: Record<string, { suffix: string; name: string }[]> = {
  'espeak-ng': [
    { suffix: '+f3', name: 'higher' },
    { suffix: '+m3', name: 'lower' },
  ],
}

/** The voices that speak a language, as what they are called by scripts; the natural ones first. */
export function voicesFor({ engines }: Voices, language: string): VoiceChoice[] {
  const rank = { natural: 0, unknown: 1, robotic: 2 }
  const near = nearness(language)
  return engines
    .flatMap(({ name: engine, voices }) => voices.map((voice) => ({ engine, ...voice })))
    .filter((voice) => base(voice.language) === base(language))
    .toSorted(
      (one, other) => rank[one.quality] - rank[other.quality] || near(one.language) - near(other.language),
    )
    .flatMap(({ engine, id, name, language: speaks }) => [
      { value: `${engine}:${id}`, label: name, language: speaks, engine },
      ...(variants[engine] ?? []).map(({ suffix, name: variant }) => ({
        value: `${engine}:${id}${suffix}`,
        label: `${name}, ${variant}`,
        language: speaks,
        engine,
      })),
    ])
}

/** Whether an engine of this machine has the voice that a script names, or the one it is a variant of. */
export function isThere({ engines }: Voices, value: string): boolean {
  const [voice = ''] = value.split('+')
  return engines.some(({ name, voices }) =>
    voices.some(({ id }) => voice === `${name}:${id}` || voice === id),
  )
}

/** How far a voice's language is from the one wanted: the same, its usual country's, another country's, what few ask for. */
function nearness(language: string): (tag: string) => number {
  const usual = localeOf(language)?.maximize().region
  return (tag) => {
    const { region } = localeOf(tag) ?? {}
    if (tag.toLowerCase() === language.toLowerCase()) return 0
    // A region's number (029, the Caribbean) and what comes after a region are for those who ask for them.
    if (tag.split('-').length > 2 || /^\d/.test(region ?? '')) return 3
    return region === undefined || region === usual ? 1 : 2
  }
}

function localeOf(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag)
  } catch {
    return null
  }
}

/** Two voices that can be told apart, as far as this machine has them; the language's own where it has none. */
export function twoVoices(voices: Voices, language: string): [string, string] {
  const found = voicesFor(voices, language)
  const [first] = found
  if (!first) return [language, language]
  // Of another country, or at least another variant.
  const second = found.find(({ language: tag }) => tag.toLowerCase() !== first.language.toLowerCase())
  return [first.value, (second ?? found[1] ?? first).value]
}
