import { languageTag } from '../../../../shared/model/base.ts'
import { type Behaviour, usualBehaviour } from '../../../../shared/model/behaviour.ts'
import type { Module } from '../../../../shared/model/module.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { readYamlMap, YamlProblem, type YamlEntry, type YamlValue } from '../files/yaml.ts'
import type { Notes } from '../report.ts'
import { behaviourKeys, readBehaviour } from './behaviour.ts'
import { asKey } from './ids.ts'
import { requireShallow } from './nesting.ts'

/** What stands above the text; a null is for what it does not say. */
export type FrontMatter = {
  id: string | null
  title: string | null
  language: string
  minutes: number | null
  outcomes: { key: string; exact: string | null; text: string; line: number }[]
  pass: number | null
  theme: Module['theme']
  behaviour: Behaviour
  series: string | null
}

const nothing: FrontMatter = {
  id: null,
  title: null,
  language: 'en',
  minutes: null,
  outcomes: [],
  pass: null,
  theme: 'default',
  behaviour: usualBehaviour,
  series: null,
}

/**
 * Splits a source into its front matter and the text, in which the front matter is blank lines so that line numbers
 * stay. Throws `source-invalid` when it is no YAML, has no end or is made to be slow to read.
 */
export function splitFrontMatter(source: string, { name, notes }: { name: string; notes: Notes }) {
  if (!/^---[ \t]*\n/.test(source)) return { matter: nothing, text: source }
  const lines = source.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && /^(---|\.\.\.)[ \t]*$/.test(line))
  if (end < 0)
    throw new StudioError('source-invalid', {
      name,
      place: 'line 1',
      problem: 'The settings at the top have no end: a second line of three dashes is missing.',
    })
  requireShallow(lines.slice(0, end).join('\n'), name)
  const text = [...lines.slice(0, end + 1).map(() => ''), ...lines.slice(end + 1)].join('\n')
  try {
    return { matter: readMatter(readYamlMap(lines.slice(1, end).join('\n'), 2), notes), text }
  } catch (error) {
    if (!(error instanceof YamlProblem)) throw error
    throw new StudioError(
      'source-invalid',
      { name, place: `line ${error.line}`, problem: error.message },
      { cause: error },
    )
  }
}

function readMatter(entries: YamlEntry[], notes: Notes): FrontMatter {
  const matter: FrontMatter = { ...nothing }
  for (const { key, value, line } of entries) {
    const words = value.kind === 'text' ? value.text : null
    const number = words === null || words.trim() === '' ? Number.NaN : Number(words)
    const refuse = (rule: string) => notes.leftOut(line, `${key}: ${words ?? '…'}`, rule)
    switch (key) {
      case 'id':
        matter.id = words === null ? null : asKey(words)
        if (matter.id === null)
          refuse('An id has letters, digits, dots, dashes and underscores; one was made of the title.')
        break
      case 'title':
        if (words === null) refuse('A title is one line of text.')
        else matter.title = words
        break
      case 'language':
        if (languageTag.safeParse(words).success) matter.language = String(words)
        else refuse('A language is a tag such as en, en-GB or ar; the module was taken as English.')
        break
      case 'minutes':
        if (number > 0 && number <= 600) matter.minutes = number
        else refuse('The intended length is a number of minutes above 0 and up to 600.')
        break
      case 'pass':
        if (number >= 0 && number <= 100) matter.pass = number
        else
          refuse('The pass mark is a percentage from 0 to 100; without it, completing the module is enough.')
        break
      case 'theme':
        if (words !== 'default')
          notes.changed(line, `theme: ${words ?? '…'}`, 'The theme became “default”, the only one so far.')
        break
      case 'series':
        if (words === null || words.trim() === '') refuse('A series is named by one line of text.')
        else matter.series = words
        break
      case 'outcomes':
        matter.outcomes = readOutcomes(value, notes)
        break
      default: {
        const behaviour = readBehaviour(key, words)
        if (behaviour?.value) matter.behaviour = { ...matter.behaviour, ...behaviour.value }
        else if (behaviour) refuse(behaviour.rule)
        else
          notes.leftOut(
            line,
            `${key}:`,
            `The studio knows no such setting. It takes id, title, language, minutes, outcomes, pass, theme, series, ${behaviourKeys.join(', ')}.`,
          )
      }
    }
  }
  return matter
}

/** `O1: text`, or `O1: { id: …, text: … }` for an outcome whose id is not made of its key; a bare list counts up from O1. */
function readOutcomes(value: YamlValue, notes: Notes): FrontMatter['outcomes'] {
  const entries =
    value.kind === 'map'
      ? value.entries
      : value.kind === 'list'
        ? value.items.map((item, index) => ({ key: `O${index + 1}`, value: item, line: item.line }))
        : []
  if (entries.length === 0)
    notes.leftOut(value.line, 'outcomes:', 'Outcomes are lines of the form “O1: what learners can do”.')
  return entries.flatMap(({ key, value: outcome, line }) => {
    const field = (name: string) => {
      const found =
        outcome.kind === 'map' ? outcome.entries.find((entry) => entry.key === name)?.value : undefined
      return found?.kind === 'text' ? found.text : null
    }
    const text = outcome.kind === 'text' ? outcome.text : field('text')
    if (text === null || asKey(key) === null) {
      notes.leftOut(line, `outcomes: ${key}`, 'An outcome is a key such as O1 and one line of text.')
      return []
    }
    return [{ key, exact: field('id'), text: text.slice(0, 1000), line }]
  })
}
