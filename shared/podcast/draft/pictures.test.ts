import { expect, it } from 'vitest'
import { asset, words } from '../../../test/harness/sound-module.ts'
import { createModule } from '../../model/module.ts'
import { newChoice } from '../../model/questions/base.ts'
import { createQuestion } from '../../model/questions/index.ts'
import type { ProjectRecord } from '../../model/records.ts'
import type { Block } from '../../model/richtext/schema.ts'
import { createStep } from '../../model/steps/index.ts'
import { draftScript } from '../draft.ts'

const image = (id: string, alt = ''): Block => ({ type: 'image', asset: id, alt, decorative: alt === '' })
const says = (text: string): Block => ({ type: 'paragraph', children: words(text) })
const section = (title: string): Block => ({ type: 'heading', level: 2, children: words(title) })
const page = (key: string, title: string, body: Block[]) =>
  ({ ...createStep('page', { id: `m.${key}`, title }), body }) as ProjectRecord

/** The titles of a draft's chapters, with their pictures. */
function pictured(steps: ProjectRecord[], others: ProjectRecord[] = []): (string | null)[][] {
  const module = { ...createModule({ id: 'm', title: 'Bees' }), steps: steps.map(({ id }) => id) }
  const assets = ['hive', 'comb', 'field'].map((name) => asset(name, 'image', `${name}.png`))
  const all = [module, ...steps, ...others, ...assets].map((record) => [record.id, record])
  const { chapters } = draftScript(module, Object.fromEntries(all), { speakers: 1, language: 'en' })
  return chapters.map(({ title, picture }) => [title, picture ?? null])
}

it('a chapter has the first picture of the step, or the section, that it was drafted from', () => {
  const steps = [
    page('a', 'Why bees', [
      says('Honey keeps.'),
      image('hive', 'An open hive'),
      image('comb'),
      section('Where'),
      says('Outside.'),
      section('When'),
      image('field'),
      says('In May.'),
    ]),
    page('b', 'Nothing shown', [says('Words.')]),
    // What is only shown is not said, and has no chapter.
    page('c', 'Only shown', [image('comb')]),
    // What has no title goes on with the chapter before it.
    page('d', '', [image('comb'), says('More words.')]),
    page('e', 'Not there', [image('gone'), says('Words.')]),
  ]
  expect(pictured(steps)).toEqual([
    [null, null],
    ['Why bees', 'hive'],
    ['Where', null],
    ['When', 'field'],
    ['Nothing shown', 'comb'],
    ['Not there', null],
  ])
})

it('of a quiz, it is the first that a question shows', () => {
  const question = {
    ...createQuestion('single-choice', { id: 'm.q.one' }),
    stem: [says('What is this?'), image('comb', 'Cells')],
    choices: [{ ...newChoice('a', 100), text: words('A comb') }, newChoice('b')],
  } as ProjectRecord
  const quiz = {
    ...createStep('quiz', { id: 'm.q', title: 'Check' }),
    questions: ['m.q.one'],
  } as ProjectRecord
  expect(pictured([quiz], [question])).toEqual([
    [null, null],
    ['Check', 'comb'],
  ])
})

it('what stands before the first heading has none', () => {
  expect(pictured([page('a', '', [image('hive'), says('Words.')])])).toEqual([[null, null]])
})
