import type { Result } from '../../../../shared/activity/session/result.ts'
import { duration } from '../duration.ts'
import type { Launch } from './launch.ts'
import type { Queue } from './queue.ts'
import type { Mark } from './state.ts'
import { makeStatement, newId, onlyId, type StatementParts } from './statement.ts'

const cmi5 = 'https://w3id.org/xapi/cmi5/context'

type Marks = Record<string, Mark | undefined>

/** Tells an LRS what became of the learner in the module as a whole, each thing once. */
export type Results = {
  take: (result: Result) => void
  /** The visit ends: what may be said only once a visit is said now. */
  close: () => void
  marks: () => Marks
  /** What another visit has told already. */
  know: (marks: Marks) => void
}

/** A statement about the module itself, with the categories that cmi5 wants on its own statements. */
export function aboutModule(launch: Launch, verb: string, result?: Record<string, unknown>): StatementParts {
  const { isCmi5, activity, masteryScore } = launch
  const isResult = result !== undefined && ('success' in result || 'completion' in result)
  return {
    verb,
    object: { id: activity },
    ...(result && { result }),
    ...(isCmi5 && {
      lists: {
        category: [
          { id: `${cmi5}/categories/cmi5` },
          ...(isResult ? [{ id: `${cmi5}/categories/moveon` }] : []),
        ],
      },
    }),
    ...(result?.score !== undefined &&
      masteryScore !== null && { extensions: { [`${cmi5}/extensions/masteryscore`]: masteryScore } }),
  }
}

/**
 * cmi5 allows one `completed` and one `passed` an attempt, no `failed` after `passed`, and in one session only one of both:
 * so a failure is told when the session ends, because the learner may still pass. Other LRSs hear of it at once.
 */
export function createResults(launch: Launch, queue: Queue, before: Marks, elapsed: () => number): Results {
  let marks = before
  let failure: Record<string, unknown> | null = null
  /** The statements whose arrival this visit can see. */
  const ours = new Set(Object.values(before).flatMap((mark) => (mark && queue.holds(mark.id) ? mark.id : [])))

  function tellOnce(verb: string, result: Record<string, unknown>, score = 0): void {
    const mark = marks[verb]
    const isSame = mark?.score === score
    if (isSame && (mark.isStored || queue.holds(mark.id))) return
    // Of one that may have arrived or not, the id stays: then a second one is no other one, whoever says it. A failure may be
    // told again, and goes with the session's end, which a conflict must not keep away.
    const id = verb === 'failed' ? newId() : isSame ? mark.id : onlyId(launch, verb)
    marks = { ...marks, [verb]: { id, score, isStored: false } }
    ours.add(id)
    const timed = { ...result, duration: duration(elapsed()) }
    queue.put(makeStatement(launch, aboutModule(launch, verb, timed), id))
  }

  function tellFailure(): void {
    if (failure && !marks.passed) tellOnce('failed', failure, scoreOf(failure))
  }

  return {
    take({ isComplete, success: judged, score: percent }) {
      const scaled = percent === null ? null : Math.round(percent * 100) / 10_000
      const { masteryScore, isCmi5 } = launch
      const hasPassed =
        masteryScore !== null && scaled !== null ? scaled >= masteryScore : judged && judged === 'passed'
      const score = scaled !== null && { score: { scaled, raw: percent, min: 0, max: 100 } }
      if (isComplete) tellOnce('completed', { completion: true, ...(!isCmi5 && score) })
      if (hasPassed === null) return
      failure = hasPassed ? null : { success: false, ...score }
      if (hasPassed) tellOnce('passed', { success: true, ...score })
      else if (!isCmi5) tellFailure()
    },
    close: tellFailure,
    marks() {
      for (const [verb, mark] of Object.entries(marks))
        if (mark && ours.has(mark.id) && !queue.holds(mark.id))
          marks = { ...marks, [verb]: { ...mark, isStored: true } }
      return marks
    },
    know(earlier) {
      marks = { ...marks, ...earlier }
    },
  }
}

function scoreOf(result: Record<string, unknown>): number {
  return (result.score as { scaled?: number } | undefined)?.scaled ?? 0
}
