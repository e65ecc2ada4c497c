import { type MarkableQuestion, markQuestion, type QuestionResponse } from './questions/index.ts'

/** Responses by question id; a question that is not there was not answered. */
export type Responses = Readonly<Record<string, QuestionResponse | undefined>>

type IdentifiedQuestion = MarkableQuestion & { id: string }

/** Percent with two decimals: what every edition of SCORM takes, and fine enough for thirds. */
export function roundPercent(percent: number): number {
  return Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100
}

/** What the questions are worth together. */
export function pointsOf(questions: readonly MarkableQuestion[]): number {
  return questions.reduce((sum, { points }) => sum + points, 0)
}

/** Percent of the points earned, weighted by points; null when the questions are worth nothing. Unanswered earns nothing. */
export function scoreOf(questions: readonly IdentifiedQuestion[], responses: Responses): number | null {
  const total = pointsOf(questions)
  if (total <= 0) return null
  const earned = questions.reduce((sum, question) => {
    const response = responses[question.id]
    return response ? sum + question.points * markQuestion(question, response).credit : sum
  }, 0)
  return roundPercent((earned / total) * 100)
}

/** The higher of two scores; null when there is neither. */
export function higherScore(one: number | null, other: number | null): number | null {
  return one === null ? other : Math.max(one, other ?? 0)
}

/** Whether a score reaches the pass mark; null when there is no mark to reach or nothing was scored. */
export function isPassed(score: number | null, pass: number | null): boolean | null {
  return score === null || pass === null ? null : score >= pass
}

/**
 * The score as people should read it: whole percents, unless rounding would put it on the other side of the pass mark
 * (66.67 with a mark of 67 must not read “67 %, not passed”).
 */
export function readablePercent(score: number, pass: number | null): number {
  const whole = Math.round(score)
  const isMisleading = pass !== null && whole >= pass !== score >= pass
  return isMisleading ? score : whole
}
