import type { Bundle } from '../../../../shared/bundle/format.ts'

/**
 * The percent an LMS takes for a pass, or null. Where one is given, many LMSs turn “completed” into “passed” or “failed” by
 * themselves, so it stands there only when the author chose a pass mark and there is something to score.
 */
export function passMark(bundle: Bundle): number | null {
  const hasPoints = bundle.steps.some(
    (step) => step.kind === 'quiz' && step.questions.some(({ points }) => points > 0),
  )
  return hasPoints ? bundle.pass : null
}

/** A percent as the part of 1 that SCORM 2004 and cmi5 take: at most four decimals, never in exponents. */
export function asMeasure(percent: number): string {
  return String(Number((percent / 100).toFixed(4)))
}
