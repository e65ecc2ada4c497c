import type { Behaviour } from '../../../../shared/model/behaviour.ts'
import type { ExplainedChoice } from '../ExplainedSelect.tsx'

/** What an author can choose about how a module behaves, a plain sentence each. */

export const navigationChoices: readonly ExplainedChoice<Behaviour['navigation']>[] = [
  { value: 'free', label: 'Free', meaning: 'Learners may go to any step, in any order.' },
  {
    value: 'restricted',
    label: 'One step after the other',
    meaning: 'A step opens once the steps before it are done.',
  },
]

export const resumeChoices: readonly ExplainedChoice<Behaviour['resume']>[] = [
  {
    value: 'always',
    label: 'Go on where they left',
    meaning: 'Whoever comes back is at the step they were on, with what they answered.',
  },
  {
    value: 'ask',
    label: 'Ask them',
    meaning: 'Whoever comes back chooses to go on or to start over.',
  },
  {
    value: 'never',
    label: 'Begin at the first step',
    meaning: 'Whoever comes back begins at the first step; what the LMS has recorded stays.',
  },
]

export const completionChoices: readonly ExplainedChoice<Behaviour['completion']>[] = [
  {
    value: 'steps',
    label: 'Every step is done',
    meaning: 'Pages are seen, videos watched as far as they ask, and every question is answered.',
  },
  {
    value: 'passed',
    label: 'The pass mark is reached',
    meaning: 'The module stays incomplete until the learner passes.',
  },
  {
    value: 'end',
    label: 'The results are seen',
    meaning: 'Reaching the last screen is enough, whatever was skipped on the way.',
  },
]

/** What a limit of attempts means for a learner. */
export function attemptsMeaning(attempts: number | null): string {
  if (attempts === null)
    return 'Learners may take a quiz again as often as they like; their best attempt counts.'
  if (attempts === 1) return 'Each quiz can be taken once; what was answered then counts.'
  return `Each quiz can be taken ${attempts} times; the best attempt counts.`
}
