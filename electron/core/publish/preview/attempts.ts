import {
  isCompleteResponse,
  markQuestion,
  rightResponses,
} from '../../../../shared/activity/questions/index.ts'
import { reduceSession } from '../../../../shared/activity/session/reduce.ts'
import { resultOf } from '../../../../shared/activity/session/result.ts'
import { screensOf } from '../../../../shared/activity/session/screens.ts'
import { newSession, type Session } from '../../../../shared/activity/session/session.ts'
import { questionsOf } from '../../../../shared/activity/steps/index.ts'
import { packSession } from '../../../../shared/activity/suspend/pack.ts'
import { watchedPartCount } from '../../../../shared/activity/watched.ts'
import type { Bundle, BundleQuestion, BundleStep } from '../../../../shared/bundle/format.ts'
import type { PreparedAttempt, PreviewLaunch } from '../../../../shared/bundle/preview-messages.ts'

/** The same learner every time, so that two previews show the same order of choices. */
const seed = 7

/** A learner for each way of coming back, made by going through the module as the player does. Pure. */
export function prepareAttempts(bundle: Bundle): PreviewLaunch['attempts'] {
  const hasQuestions = bundle.steps.some((step) => questionsOf(step).length > 0)
  const screens = screensOf(bundle, newSession(bundle, seed)).length
  return {
    // A module of one screen has no middle to come back to.
    returning: screens > 2 ? attemptOf(bundle, walk(bundle, Math.floor(screens / 2), true)) : null,
    failed: hasQuestions ? attemptOf(bundle, walk(bundle, screens - 1, false)) : null,
    passed: attemptOf(bundle, walk(bundle, screens - 1, true)),
    'older-version': bundle.steps.length > 1 ? olderAttempt(bundle) : null,
  }
}

/** A learner who was sent to a step and has done nothing else. */
export function attemptAt(bundle: Bundle, step: string): PreparedAttempt {
  const session = newSession(bundle, seed)
  return attemptOf(bundle, { ...session, place: { step, question: null } })
}

/** Goes from screen to screen up to the one numbered `last` (from 0), which is shown and left as it is. */
function walk(bundle: Bundle, last: number, isRight: boolean): Session {
  let session = newSession(bundle, seed)
  for (let index = 0; index <= last; index++) {
    const place = screensOf(bundle, session)[index]
    if (!place) break
    session = reduceSession(bundle, session, { type: 'show', place })
    const step = bundle.steps.find(({ id }) => id === place.step)
    if (index === last || !step) break
    if (step.kind === 'video' || step.kind === 'podcast')
      session = reduceSession(bundle, session, {
        type: 'watch',
        step: step.id,
        parts: 2 ** watchedPartCount - 1,
        stoppedAt: 0,
      })
    const question = questionsOf(step).find(({ id }) => id === place.question)
    const response = question && (isRight ? rightResponses(question)[0] : wrongResponse(question))
    if (question && response)
      session = reduceSession(bundle, session, { type: 'answer', question: question.id, response })
  }
  return session
}

/** The response with one choice that earns least; null when every such response is right. */
function wrongResponse(question: BundleQuestion): readonly string[] | null {
  const all = question.choices
    .map(({ id }) => [id])
    .filter(
      (response) => isCompleteResponse(question, response) && !markQuestion(question, response).isCorrect,
    )
  const creditOf = (response: readonly string[]) => markQuestion(question, response).credit
  return all.toSorted((one, other) => creditOf(one) - creditOf(other))[0] ?? null
}

/**
 * Someone who left in the middle of an earlier publication: it had a step that is gone now, which they were on, and did not
 * have yet what is the second step today.
 */
function olderAttempt(bundle: Bundle): PreparedAttempt {
  const gone: BundleStep = {
    id: 'preview.step-that-is-gone',
    kind: 'page',
    title: '',
    outcome: null,
    html: '',
  }
  const [first, , ...rest] = bundle.steps
  const older: Bundle = {
    ...bundle,
    steps: [...(first ? [first] : []), gone, ...rest],
    behaviour: { ...bundle.behaviour, navigation: 'free' },
  }
  const screens = screensOf(older, newSession(older, seed))
  const middle = screens.findIndex(({ step }) => step === gone.id)
  const begun = walk(older, middle, true)
  return attemptOf(older, begun)
}

function attemptOf(bundle: Bundle, session: Session): PreparedAttempt {
  return {
    packed: packSession(bundle, session),
    step: session.place.step,
    ...resultOf(bundle, session),
  }
}
