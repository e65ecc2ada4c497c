import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ProjectAccess } from '../../electron/core/domains.ts'
import { publishModule } from '../../electron/core/publish/publish.ts'
import { checkModule } from '../../shared/model/rules/index.ts'
import { fromPlainText } from '../../shared/model/richtext/text.ts'
import { createStep, type Step } from '../../shared/model/steps/index.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { assetOf, choiceQuestion, pretendMedia, storeBytes } from '../harness/publishable.ts'
import { addModule, changeOf } from '../harness/records.ts'
import { percentile } from './report.ts'

/** With the player as it is built, as a designer publishes. */
const built = join(import.meta.dirname, '../../out')
const rounds = 15
const paragraph =
  'A complaint is a second chance. The customer who tells you what went wrong is still talking to you; the one who says nothing has usually gone already. '

/** A text with a picture of 60 KB, and a quiz of three questions. */
function addSmallModule(project: ProjectAccess): void {
  addModule(project, 'm', 'Handling a complaint')
  const image = assetOf(storeBytes(project, randomBytes(60_000), 'jpg'), {
    kind: 'image',
    mediaType: 'image/jpeg',
    width: 960,
    height: 540,
  })
  const questions = ['q0', 'q1', 'q2'].map((key) =>
    choiceQuestion('single-choice', `m.quiz.${key}`, [100, 0, 0]),
  )
  const steps = [
    {
      ...createStep('page', { id: 'm.page', title: 'Listen first' }),
      body: [
        ...fromPlainText(paragraph.repeat(6)),
        { type: 'image', asset: image.id, alt: 'Two people talking', decorative: false },
      ],
    },
    { ...createStep('quiz', { id: 'm.quiz', title: 'Try' }), questions: questions.map(({ id }) => id) },
  ] as Step[]
  project.commit({
    label: 'Add steps',
    change: changeOf(project, ['m'], (draft) => {
      for (const record of [image, ...questions, ...steps]) draft[record.id] = record
      if (draft.m?.type === 'module') draft.m.steps = steps.map(({ id }) => id)
    }),
  })
}

/** Milliseconds of the first publication of a process, of a later one under another name, and of one over the older file. */
export async function measureSmallModule(): Promise<{ first: number; later: number; again: number }> {
  const here = temporaryProjects()
  try {
    const project = here.projects.get(here.projects.create({ title: 'Small' }).project)
    addSmallModule(project)
    const publish = async (name: string, overwrite = false) => {
      const start = performance.now()
      const request = { module: 'm', format: 'scorm12', out: join(here.folder, name), overwrite } as const
      const lent = { media: pretendMedia(), check: checkModule, built }
      for await (const _ of publishModule(project, request, lent, new AbortController().signal));
      return performance.now() - start
    }
    const first = await publish('first.zip')
    const later: number[] = []
    const again: number[] = []
    for (let round = 0; round < rounds; round++) {
      later.push(await publish(`later-${round}.zip`))
      project.commit({
        label: 'Write',
        change: changeOf(project, ['m.page'], (draft) => {
          if (draft['m.page']?.type === 'step') draft['m.page'].title = `Listen first, ${round}`
        }),
      })
      again.push(await publish('first.zip', true))
    }
    return { first, later: percentile(later, 0.5), again: percentile(again, 0.5) }
  } finally {
    here.dispose()
  }
}
