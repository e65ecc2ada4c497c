import { StudioError } from '../../../../shared/errors.ts'
import { keyWithin } from '../../../../shared/ids.ts'
import type { Module, Outcome } from '../../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { MarkdownContext } from '../markdown/context.ts'
import { definitionsIn } from '../markdown/parse.ts'
import type { Notes } from '../report.ts'
import type { MediaLookup } from './context.ts'
import { splitFrontMatter } from './front-matter.ts'
import { giveOutIds, type IsFree, keyOf } from './ids.ts'
import { parseSource } from './parse-source.ts'
import { cutSections } from './sections.ts'
import { readStep } from './step.ts'

export type ModuleSource = {
  module: Module
  /** Outcomes, steps and what steps own, in order. */
  records: ProjectRecord[]
  /** The series the source names, or null. */
  series: string | null
}

export type ModuleReading = {
  /** The file's name, for the report. */
  name: string
  notes: Notes
  media: MediaLookup
  /** The id the module gets, from the one wanted. */
  moduleId: (wanted: string) => string
  isFree: (moduleId: string) => IsFree
}

/**
 * A module's source as records. Pure: media are looked up, nothing is written. Throws `source-invalid` when it cannot be
 * read at all; whatever else it cannot take is noted.
 */
export function readModuleSource(source: string, reading: ModuleReading): ModuleSource {
  const { name, notes } = reading
  try {
    return readSource(source, reading)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const problem = 'It is nested too deeply to be read.'
    notes.leftOut(1, name, problem)
    throw new StudioError('source-invalid', { name, place: 'somewhere', problem }, { cause: error })
  }
}

function readSource(source: string, { name, notes, media, moduleId, isFree }: ModuleReading): ModuleSource {
  const { matter, text: below } = splitFrontMatter(source, { name, notes })
  const { root, text } = parseSource(below, name)
  const markdown: MarkdownContext = {
    source: text,
    lineOffset: 0,
    notes,
    image: (path, line) => media(path, line, 'image')?.id ?? null,
    definitions: definitionsIn(root),
  }
  const sections = cutSections(root, markdown)
  const fileTitle = name.replace(/\.[^.]*$/, '')
  const title = matter.title ?? sections.title ?? fileTitle
  if (matter.title === null)
    notes.changed(
      1,
      'no title',
      `The module was named “${title}” after its ${sections.title ? 'first heading' : 'file'}.`,
    )
  else if (sections.title !== null && sections.title !== matter.title)
    notes.leftOut(
      sections.titleLine,
      `# ${sections.title}`,
      'The module has its title from the settings at the top.',
    )

  const id = moduleId(matter.id ?? keyOf(title, keyOf(fileTitle, 'module')))
  const ids = giveOutIds(isFree(id))
  const outcomes = matter.outcomes.map(({ key, exact, text: words, line }) => {
    const outcome: Outcome = {
      id: ids.take('outcome', id, key, exact ?? undefined),
      type: 'outcome',
      text: words,
    }
    if (exact === null && keyWithin(id, outcome.id) !== key)
      notes.changed(line, `outcomes: ${key}`, `The key was taken; it became ${keyWithin(id, outcome.id)}.`)
    return { key, outcome }
  })
  const context = { notes, markdown, media, ids, language: matter.language, moduleId: id, outcomes }
  const opening = sections.opening.nodes
  if (opening.length > 0)
    notes.changed(
      sections.opening.line,
      'text before the first step',
      `It became a step of its own, named “${title}”. Give it a heading (## …) to name it yourself.`,
    )
  const nothing = { id: 'start', values: new Map<string, string>(), strays: [] }
  const all = [
    ...(opening.length > 0 ? [{ ...sections.opening, title: title.slice(0, 300), attributes: nothing }] : []),
    ...sections.steps,
  ]
  const steps = all.flatMap((section, index) => readStep(section, index, context))
  return {
    module: {
      id,
      type: 'module',
      title: title.slice(0, 300),
      language: matter.language,
      minutes: matter.minutes,
      outcomes: outcomes.map(({ outcome }) => outcome.id),
      pass: matter.pass,
      theme: matter.theme,
      behaviour: matter.behaviour,
      steps: steps.flatMap(({ id: stepId, type }) => (type === 'step' ? [stepId] : [])),
    },
    records: [...outcomes.map(({ outcome }) => outcome), ...steps],
    series: matter.series,
  }
}
