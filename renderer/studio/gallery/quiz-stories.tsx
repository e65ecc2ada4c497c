import type { Choice } from '../../../shared/model/questions/base.ts'
import { createQuestion, type Question } from '../../../shared/model/questions/index.ts'
import {
  type MultipleResponse,
  multipleResponseKind,
} from '../../../shared/model/questions/multiple-response.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'
import { fromPlainText } from '../../../shared/model/richtext/text.ts'
import { createStep } from '../../../shared/model/steps/index.ts'
import { Editor } from '../app/Editor.tsx'
import { lesson } from './fixtures.ts'
import { Scene } from './Scene.tsx'
import type { Story } from './story.ts'

const line = (words: string) => (words === '' ? [] : [{ type: 'text' as const, text: words }])
const choice = (id: string, words: string, credit: number, feedback = ''): Choice => ({
  id,
  text: line(words),
  credit,
  feedback: line(feedback),
})

function quizWith(name: string, intro: string, make: (step: string) => Question[]): Story {
  const id = 'milk.quiz'
  const questions = make(id)
  const step = {
    ...createStep('quiz', { id, title: 'Can you hear it?' }),
    intro: fromPlainText(intro),
    questions: questions.map((question) => question.id),
  }
  const records: ProjectRecord[] = [
    ...lesson.map((record) =>
      record.type === 'module' && record.id === 'milk' ? { ...record, steps: [id, ...record.steps] } : record,
    ),
    step,
    ...questions,
  ]
  return {
    name: `Quiz: ${name}`,
    render: () => (
      <Scene options={{ records }} selection={{ module: 'milk', step: id }}>
        {({ session }) => <Editor session={session} />}
      </Scene>
    ),
  }
}

const single = (step: string): Question => ({
  ...createQuestion('single-choice', { id: `${step}.scream` }),
  stem: fromPlainText('The jug starts to scream. What do you do?'),
  choices: [
    choice('a', 'Lift the jug a little', 0, 'That lets in more air: large bubbles.'),
    choice('b', 'Lower the jug a little', 100, 'Right: the tip needs less milk above it.'),
    choice('c', 'Stop at once', 0),
  ],
  feedback: line('A soft tearing sound is what you are after.'),
})
const several = (step: string): MultipleResponse => ({
  ...multipleResponseKind.create({ id: `${step}.signs` }),
  stem: fromPlainText('Which signs tell that milk is ready?'),
  choices: [
    choice('a', 'The jug is too warm to hold', 50),
    choice('b', 'The surface shines like paint', 50),
    choice('c', 'The milk boils', -50, 'Boiled milk has lost its sweetness.'),
  ],
  marking: 'per-choice',
})

export const quizStories: readonly Story[] = [
  quizWith('no questions yet', '', () => []),
  quizWith('a question just added', '', (step) => [createQuestion('single-choice', { id: `${step}.new` })]),
  quizWith('two questions', 'Two sounds, two questions.', (step) => [single(step), several(step)]),
  quizWith('choices that earn and lose', '', (step) => [several(step)]),
]
