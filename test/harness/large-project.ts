import type { Projects } from '../../electron/core/project/projects.ts'
import { type Change, emptyChange } from '../../shared/model/change.ts'
import { createModule } from '../../shared/model/module.ts'
import { createQuestion } from '../../shared/model/questions/index.ts'
import type { ProjectRecord } from '../../shared/model/records.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { createStep } from '../../shared/model/steps/index.ts'

/** The size the budgets speak of. */
export const largeSize = { modules: 500, stepsPerModule: 40 }

/**
 * Makes a project of `modules` × `stepsPerModule` steps at `path` and closes it. Every fourth step is a quiz of one
 * question, the others are pages of 60 to 180 words; the words are the same in every run.
 */
export function buildLargeProject(projects: Projects, path: string, size = largeSize): string {
  const words = wordSource(42)
  const { project } = projects.create({ title: 'Large', path })
  const access = projects.get(project)
  const [series] = access.recordsOf('series')
  if (!series) throw new Error('A new project has a series')
  let holder = series
  for (let number = 0; number < size.modules; number++) {
    const id = `m${number}`
    const change: Change = emptyChange()
    const add = (record: ProjectRecord) => {
      change.added[record.id] = record
    }
    const steps = Array.from({ length: size.stepsPerModule }, (_, index) => `${id}.s${index}`)
    add({ ...createModule({ id, title: words.text(4) }), steps })
    steps.forEach((step, index) => {
      const title = words.text(3)
      const body = fromPlainText(words.text(60 + words.random(120)))
      if (index % 4 < 3) return add({ ...createStep('page', { id: step, title }), body } as ProjectRecord)
      const question = `${step}.q`
      add({ ...createStep('quiz', { id: step, title }), questions: [question] } as ProjectRecord)
      add({ ...createQuestion('single-choice', { id: question }), stem: body })
    })
    const next = { ...holder, modules: [...holder.modules, id] }
    change.updated[series.id] = [holder, next]
    access.commit({ label: `Add module ${number}`, change })
    holder = next
  }
  projects.close(project)
  return path
}

/** Made-up words in the frequencies of real text (few are common, most are rare). */
export function wordSource(seed: number) {
  let state = seed
  const random = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return (state >> 8) % limit
  }
  const syllables = 'ka lo mi ten ra su ver pol gan dri est ion al be cor du fen gil hor ist'.split(' ')
  const vocabulary = Array.from({ length: 8000 }, () =>
    Array.from({ length: 2 + random(3) }, () => syllables[random(syllables.length)]).join(''),
  )
  const word = () => vocabulary[Math.floor((random(8000) * random(8000)) / 8000)] ?? ''
  const text = (count: number) => Array.from({ length: count }, word).join(' ')
  return { random, text, vocabulary }
}
