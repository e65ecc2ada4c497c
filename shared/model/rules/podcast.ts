import { saysSomething } from '../../podcast/episode-state.ts'
import { madeFrom } from '../../podcast/made-from.ts'
import { nameOfStep } from './names.ts'
import { finding, type Rule, stepsOfKind } from './rule.ts'

export const podcastNotRendered: Rule = (subject) =>
  stepsOfKind(subject, 'podcast')
    .filter(({ episode }) => episode === null)
    .map((step) => {
      const problem = saysSomething(step.script)
        ? 'is a script only, and learners hear nothing. Render the episode.'
        : 'has no words yet. Draft them from the module or write them, then render the episode, or delete the step.'
      return finding(subject, 'block', 'podcast-not-rendered', `${nameOfStep(subject, step)} ${problem}`, {
        step,
      })
    })

export const podcastOutOfDate: Rule = (subject) =>
  stepsOfKind(subject, 'podcast')
    .filter(
      ({ episode, ...step }) =>
        episode !== null && episode.madeFrom !== madeFrom(step, subject.pronunciation),
    )
    .map((step) =>
      finding(
        subject,
        'warn',
        'podcast-out-of-date',
        `${nameOfStep(subject, step)} was changed after it was rendered, so learners hear the words it had before. Render it again.`,
        { step },
      ),
    )

export const transcriptMissing: Rule = (subject) =>
  stepsOfKind(subject, 'podcast')
    .filter(({ script }) =>
      script.chapters.some(({ lines }) => lines.some((line) => line.kind === 'clip' && !line.text)),
    )
    .map((step) =>
      finding(
        subject,
        'hint',
        'transcript-missing',
        `${nameOfStep(subject, step)} has a recording without its words, so a learner who cannot hear it, or has the sound off, misses what is said. Write them under it.`,
        { step },
      ),
    )
