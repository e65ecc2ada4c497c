import type { Statement } from './statement.ts'

const verbs = {
  initialized: 'http://adlnet.gov/expapi/verbs/initialized',
  terminated: 'http://adlnet.gov/expapi/verbs/terminated',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
  failed: 'http://adlnet.gov/expapi/verbs/failed',
} as const

const cmi5Category = 'https://w3id.org/xapi/cmi5/context/categories/cmi5'

export type Cmi5Session = {
  /** Statements the LRS took in this visit, and in all visits of the registration. */
  inVisit: readonly Statement[]
  inRegistration: readonly Statement[]
  /** 0 to 1; null without a pass mark. */
  mastery: number | null
  isReview: boolean
}

/** Which rule of cmi5 (sections 9.3 and 10.2) a statement breaks here and now, in a sentence; null when none. */
export function brokenRule(
  statement: Statement,
  { inVisit, inRegistration, mastery, isReview }: Cmi5Session,
): string | null {
  const has = (all: readonly Statement[], verb: string) => all.some(({ verb: { id } }) => id === verb)
  const verb = statement.verb.id
  if (has(inVisit, verbs.terminated)) return 'Nothing may be said after “terminated”.'
  if (verb === verbs.initialized)
    return has(inVisit, verbs.initialized) ? '“initialized” may be said once in a visit.' : null
  if (!has(inVisit, verbs.initialized)) return '“initialized” must be said before anything else.'
  const isDefined = statement.context?.contextActivities?.category?.some(({ id }) => id === cmi5Category)
  if (!isDefined) return null
  if (isReview && verb !== verbs.terminated)
    return 'In review only “initialized” and “terminated” may be said.'
  const { completion, duration, score } = statement.result ?? {}
  if (duration === undefined) return 'A duration is missing in the result.'
  const scaled = score?.scaled
  switch (verb) {
    case verbs.completed:
      if (has(inRegistration, verbs.completed)) return '“completed” may be said once in a registration.'
      if (completion !== true) return '“completed” must say completion: true.'
      return score === undefined ? null : '“completed” must not carry a score.'
    case verbs.passed:
      if (has(inRegistration, verbs.passed)) return '“passed” may be said once in a registration.'
      return mastery !== null && scaled !== undefined && scaled < mastery
        ? '“passed” needs a score that reaches the pass mark.'
        : null
    case verbs.failed:
      if (has(inRegistration, verbs.passed)) return '“failed” may not follow “passed”.'
      return mastery !== null && scaled !== undefined && scaled >= mastery
        ? '“failed” needs a score below the pass mark.'
        : null
    default:
      return null
  }
}
