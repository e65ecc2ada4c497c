import { scoreOf } from '../../../shared/activity/score.ts'
import { objectivesOf } from '../../../shared/activity/session/objectives.ts'
import { resultOf } from '../../../shared/activity/session/result.ts'
import { questionsInOrder } from '../../../shared/activity/session/screens.ts'
import { quizOf, type Session } from '../../../shared/activity/session/session.ts'
import { canRetry, isAnsweredNow, stepsToDo } from '../../../shared/activity/session/standing.ts'
import { allQuestions, stepOf } from '../../../shared/activity/steps/index.ts'
import type { Bundle, BundleQuestion, BundleStep } from '../../../shared/bundle/format.ts'
import { verdictOf } from '../question/verdict.ts'
import { percentInWords } from '../results/percent.ts'
import { drawVerdict } from './questions.ts'
import { find, findAll, mark, markState, say, sharedWord, show, write } from './element.ts'

/** The last screen: how it went, what is left to do, how each answer and each outcome stands. */
export function drawResults(screen: HTMLElement, bundle: Bundle, session: Session): void {
  const { isComplete, success, score } = resultOf(bundle, session)
  const { pass, language } = bundle
  const status = success ?? (isComplete ? 'completed' : 'unfinished')
  const toDo = stepsToDo(bundle, session)
  const percent = (value: number | null) => (value === null ? '' : percentInWords(value, pass, language))

  say(
    find(screen, '.heading'),
    {},
    status === 'unfinished' ? 'unfinished' : score === null ? 'finished' : 'result',
  )
  mark(find(screen, '.outcome'), 'class', `outcome outcome-${status}`)
  mark(find(screen, '.ring-part'), 'stroke-dasharray', `${score ?? 100} 100`)
  write(find(screen, '.score'), percent(score))
  const asked = allQuestions(bundle)
  const count = (verdict: string) => asked.filter((one) => verdictIn(session, one) === verdict).length
  if (score !== null) {
    say(find(screen, '.right-count'), { number: count('right'), total: asked.length })
    // Without it nobody understands a score beside no right answer.
    const partly = count('partlyRight')
    write(find(screen, '.partly-count'), partly > 0 ? `${sharedWord('partlyRight')}: ${partly}` : '')
  }

  show(find(screen, '.to-do'), toDo.length > 0)
  for (const line of findAll(screen, '[data-to-do]')) show(line, toDo.includes(line.dataset.toDo ?? ''))
  for (const recap of findAll(screen, '.recap')) {
    const step = stepOf(bundle, recap.dataset.recap)
    if (step) drawRecap(recap, step, bundle, session, percent)
  }
  for (const { id, isComplete: isDone, success: reached, score: earned } of objectivesOf(bundle, session)) {
    const line = findAll(screen, '[data-outcome]').find(({ dataset }) => dataset.outcome === id)
    if (!line) continue
    markState(line, isDone && reached !== 'failed' ? 'done' : undefined)
    write(find(line, '.outcome-score'), percent(earned))
  }
}

function drawRecap(
  recap: HTMLElement,
  step: BundleStep,
  bundle: Bundle,
  session: Session,
  percent: (value: number | null) => string,
): void {
  const questions = questionsInOrder(step, session)
  const { attempt, best } = quizOf(session, step.id)
  const isAnswered = isAnsweredNow(step, session)
  const latest = isAnswered ? scoreOf(questions, session.responses) : null
  const { attempts } = bundle.behaviour
  show(recap, best !== null || questions.some(({ id }) => session.responses[id]))
  show(find(recap, '.latest'), latest !== null && best !== null && latest < best)
  say(find(recap, '.latest'), { percent: percent(latest) })
  for (const question of questions) {
    const line = findAll(recap, '.recap-line').find(({ dataset }) => dataset.question === question.id)
    if (!line) continue
    drawVerdict(line, verdictIn(session, question))
    // In the order in which they were met.
    line.parentElement?.append(line)
  }
  const hasEnded = isAnswered || best !== null
  show(find(recap, '[data-do=retry]'), hasEnded && canRetry(bundle, session, step.id))
  show(find(recap, '.attempts'), hasEnded && attempts !== null)
  say(find(recap, '.attempts'), { number: (attempts ?? 0) - attempt - 1 })
}

function verdictIn(session: Session, question: BundleQuestion): string {
  const response = session.responses[question.id]
  return response ? verdictOf(question, response) : 'none'
}
