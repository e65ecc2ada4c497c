import { expect, it } from 'vitest'
import { check, sound, words } from '../../../test/harness/sound-module.ts'
import { newChoice } from '../questions/base.ts'

it('a module complete when passed, in which nothing is scored', () => {
  const parts = sound()
  parts.one.points = parts.many.points = 0
  parts.module.behaviour = { ...parts.module.behaviour, completion: 'passed' }
  const found = check(parts)
  expect(found).toMatchObject([
    {
      rule: 'pass-mark-without-points',
      message: expect.stringContaining('so doing every step completes it') as string,
    },
  ])
  expect(found).toHaveLength(1)
})

it('a video that must be watched and is not there', () => {
  const parts = sound()
  parts.video.asset = null
  parts.video.mustWatch = 90
  expect(check(parts)).toMatchObject([
    { rule: 'video-without-recording', severity: 'block' },
    {
      rule: 'nothing-to-watch',
      severity: 'warn',
      where: { step: 'm.video' },
      message: expect.stringContaining('must be watched to 90 %, but has no video to watch') as string,
    },
  ])
})

it('a score above what the questions of a quiz earn, which limited attempts let go by', () => {
  const parts = sound()
  parts.quiz.mustScore = 95
  parts.many.marking = 'per-choice'
  parts.many.choices[0] = { ...newChoice('a', 30), text: words('Honey') }
  const found = () => check(parts).filter(({ rule }) => rule === 'required-score-out-of-reach')
  expect(found()).toMatchObject([
    { severity: 'block', message: expect.stringContaining('earn 90 % at most') as string },
  ])
  parts.module.behaviour = { ...parts.module.behaviour, attempts: 3 }
  expect(found()).toMatchObject([
    { severity: 'warn', message: expect.stringContaining('before the last attempt') as string },
  ])
  parts.quiz.mustScore = 90
  expect(found()).toEqual([])
})
