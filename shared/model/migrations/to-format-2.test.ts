import { expect, it } from 'vitest'
import { toFormat2 } from './to-format-2.ts'

it('gives modules, videos, quizzes and the project what they did until then, and leaves the rest', () => {
  const page = { id: 'p', type: 'step', kind: 'page' }
  const after = toFormat2.up({
    project: { id: 'project', type: 'project' },
    m: { id: 'm', type: 'module', title: 'Bees' },
    p: page,
    v: { id: 'v', type: 'step', kind: 'video' },
    q: { id: 'q', type: 'step', kind: 'quiz' },
  })
  expect(after).toEqual({
    project: { id: 'project', type: 'project', target: 'generic' },
    m: {
      id: 'm',
      type: 'module',
      title: 'Bees',
      behaviour: {
        navigation: 'free',
        resume: 'always',
        completion: 'steps',
        attempts: null,
        exitButton: false,
      },
    },
    p: page,
    v: { id: 'v', type: 'step', kind: 'video', mustWatch: null },
    q: { id: 'q', type: 'step', kind: 'quiz', mustScore: null },
  })
  expect(after['p']).toBe(page)
})
