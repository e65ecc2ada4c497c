import { questionText } from '../questions/index.ts'
import { plainText } from '../richtext/text.ts'
import { stepText, type Step } from '../steps/index.ts'
import { nameOfModule } from './names.ts'
import { finding, type Rule, type Subject } from './rule.ts'

/** Words a minute of silent reading, rounded down from the 238 of Brysbaert's meta-analysis (2019, non-fiction, English). */
const wordsPerMinute = 200

/**
 * A module that cannot be done in twice the time its author intends: reading its words once and playing what is kept of
 * its videos and episodes, nothing else, already takes longer. Thinking, answering and repeating are not counted, so it errs to silence.
 */
export const longerThanIntended: Rule = (subject) => {
  const { module } = subject
  if (module.minutes === null) return []
  const minutes = leastMinutes(subject)
  if (minutes <= 2 * module.minutes) return []
  return [
    finding(
      subject,
      'hint',
      'longer-than-intended',
      `${nameOfModule(module)} is meant to take ${module.minutes} min, but reading and watching it takes about ${Math.round(minutes)} min. Shorten it, split it, or correct its length.`,
    ),
  ]
}

function leastMinutes(subject: Subject): number {
  const words =
    subject.steps.reduce((sum, step) => sum + countWords(readText(step)), 0) +
    subject.questions.reduce((sum, { question }) => sum + countWords(questionText(question)), 0)
  const seconds = subject.steps.reduce((sum, step) => sum + playedSeconds(subject, step), 0)
  return words / wordsPerMinute + seconds / 60
}

/** What is read of a step: an episode's words are heard. */
const readText = (step: Step) => (step.kind === 'podcast' ? plainText(step.intro) : stepText(step))

const countWords = (text: string) => text.match(/\p{L}[\p{L}\p{M}\p{N}’'-]*/gu)?.length ?? 0

function playedSeconds(subject: Subject, step: Step): number {
  if (step.kind === 'podcast') return step.episode?.seconds ?? 0
  if (step.kind !== 'video' || step.asset === null) return 0
  return step.keep.length > 0
    ? step.keep.reduce((sum, { start, end }) => sum + end - start, 0)
    : (subject.asset(step.asset)?.seconds ?? 0)
}
