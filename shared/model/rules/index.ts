import type { Finding } from '../finding.ts'
import type { ProjectRecord } from '../records.ts'
import { assetMissing } from './assets.ts'
import { completionWithoutPassing } from './completion.ts'
import { imageAltMissing } from './images.ts'
import { longerThanIntended } from './length.ts'
import { passMarkWithoutPoints } from './pass-mark.ts'
import { podcastNotRendered, podcastOutOfDate, transcriptMissing } from './podcast.ts'
import { progressTooLong } from './progress.ts'
import {
  choiceEmpty,
  choicesAlike,
  fullMarkOutOfReach,
  questionStemEmpty,
  questionWithoutChoice,
  questionWithoutRightChoice,
} from './questions.ts'
import { quizWithoutQuestions } from './quiz.ts'
import { requiredScoreGivenUp, requiredScoreOutOfReach } from './required-score.ts'
import { type Rule, subjectOf } from './rule.ts'
import { moduleWithoutSteps, outcomeWithoutStep, tooManyOutcomes } from './structure.ts'
import { moduleTitleMissing, stepTitleMissing } from './titles.ts'
import {
  captionsMissing,
  nothingToWatch,
  videoOfWrongKind,
  videoRangeOutside,
  videoWithoutRecording,
} from './video.ts'

/** The registry of checks: a new one is a function in a file here and a line in this list. */
const rules: readonly Rule[] = [
  moduleTitleMissing,
  moduleWithoutSteps,
  stepTitleMissing,
  imageAltMissing,
  assetMissing,
  videoWithoutRecording,
  nothingToWatch,
  videoOfWrongKind,
  videoRangeOutside,
  captionsMissing,
  podcastNotRendered,
  podcastOutOfDate,
  transcriptMissing,
  quizWithoutQuestions,
  questionStemEmpty,
  questionWithoutChoice,
  choiceEmpty,
  choicesAlike,
  questionWithoutRightChoice,
  fullMarkOutOfReach,
  passMarkWithoutPoints,
  completionWithoutPassing,
  requiredScoreOutOfReach,
  requiredScoreGivenUp,
  tooManyOutcomes,
  outcomeWithoutStep,
  longerThanIntended,
  progressTooLong,
]

const order = { block: 0, warn: 1, hint: 2 }

/**
 * What stands in the way of publishing `moduleId`, then what could be better. `records` must hold the module, what it owns
 * and the assets it shows, and should hold the project, which says for what LMS it is made; a module that is not among them
 * has no findings.
 */
export function checkModule(records: readonly ProjectRecord[], moduleId: string): Finding[] {
  const subject = subjectOf(records, moduleId)
  if (!subject) return []
  return rules
    .flatMap((rule) => rule(subject))
    .toSorted((one, other) => order[one.severity] - order[other.severity])
}
