import { createRequire } from 'node:module'
import type { Statement } from '../../../renderer/player/tracking/xapi/statement.ts'
import type { LaunchOptions, Lrs, LrsRequest } from './server.ts'
import { activity, publisherId } from './server.ts'

const require = createRequire(import.meta.url)
/** What cmi5 asks for, by number. */
export const requirements = require('@cmi5/requirements/requirements.json') as Record<string, { txt: string }>

/** What there is to judge one launch by. */
export type Evidence = {
  launch: LaunchOptions & { session: string }
  /** Its statements, and those of every launch of the same registration, in the order in which they were stored. */
  statements: Statement[]
  attempt: Statement[]
  requests: LrsRequest[]
  /** Whether the visit came to its end, and was not killed or cut off. */
  hasEnded: boolean
}

export function evidenceOf(
  lrs: Lrs,
  launch: Evidence['launch'],
  { hasEnded = true }: { hasEnded?: boolean } = {},
): Evidence {
  return {
    launch,
    statements: lrs.statements(launch.session),
    attempt: lrs.statements().filter(({ context }) => context.registration === launch.registration),
    requests: lrs.requests.filter(({ session }) => session === launch.session),
    hasEnded,
  }
}

const cmi5 = 'https://w3id.org/xapi/cmi5/context'
export const sessionExtension = `${cmi5}/extensions/sessionid`
const masteryExtension = `${cmi5}/extensions/masteryscore`

export const verbOf = ({ verb }: Statement) => verb.id.replace('http://adlnet.gov/expapi/verbs/', '')
const categories = ({ context }: Statement) =>
  (context.contextActivities?.category ?? []).map(({ id }) => id.replace(`${cmi5}/categories/`, ''))
export const isDefined = (statement: Statement) => categories(statement).includes('cmi5')
const has = (statement: Statement, name: string) => name in (statement.result ?? {})
const scaled = ({ result }: Statement) => (result?.score as { scaled?: number } | undefined)?.scaled
const all = (statements: Statement[], isFine: (statement: Statement) => boolean) => statements.every(isFine)
const defined = ({ statements }: Evidence, ...verbs: string[]) =>
  statements.filter(
    (statement) => isDefined(statement) && (verbs.length === 0 || verbs.includes(verbOf(statement))),
  )
const count = (statements: Statement[], ...verbs: string[]) =>
  statements.filter((statement) => isDefined(statement) && verbs.includes(verbOf(statement))).length
const isUnique = (words: string[]) => new Set(words).size === words.length
const isOnlyLooking = ({ launch }: Evidence) => /Browse|Review/.test(launch.launchMode ?? 'Normal')
const verbsWith = (evidence: Evidence, name: string) =>
  defined(evidence)
    .filter((statement) => has(statement, name))
    .map(verbOf)
const timed = (verb: string) => (evidence: Evidence) =>
  all(defined(evidence, verb), ({ result }) => /^PT[\d.]+S$/.test(String(result?.duration)))
const onlyFirstAndLast = (evidence: Evidence) =>
  !isOnlyLooking(evidence) ||
  evidence.statements.every((one) => ['initialized', 'terminated'].includes(verbOf(one)))
const indexOfRequest = ({ requests }: Evidence, isIt: (request: LrsRequest) => boolean) =>
  requests.findIndex(isIt)
const isBeforeStatements = (evidence: Evidence, isIt: (request: LrsRequest) => boolean) => {
  const first = indexOfRequest(evidence, ({ resource }) => resource === 'statements')
  const at = indexOfRequest(evidence, isIt)
  return at >= 0 && (first < 0 || at < first)
}
const accountOf = ({ actor }: Statement) => (actor as { account?: { name?: string } }).account

/** Whether an AU kept to a requirement; by its number, for what an AU can be held to in its statements and requests. */
export const rules: Record<string, (evidence: Evidence) => boolean> = {
  '7.1.1.0-1': ({ statements }) => statements.length === 0 || count(statements, 'initialized') > 0,
  '7.1.2.0-1': ({ statements, hasEnded }) => !hasEnded || count(statements, 'terminated') === 1,
  '7.1.3.0-1': ({ statements }) =>
    statements.every(
      (statement, place) =>
        isDefined(statement) || (place > 0 && count(statements.slice(0, place), 'terminated') === 0),
    ),
  '8.1.3.0-3': ({ launch, statements }) =>
    all(statements, (statement) => accountOf(statement)?.name === (launch.learner ?? 'learner-1')),
  '8.1.5.0-6': (evidence) => all(defined(evidence), ({ object }) => object.id === activity),
  '9.1.0.0-1': ({ statements }) =>
    all(statements, ({ id }) =>
      /^[\da-f]{8}-[\da-f]{4}-[1-5][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id),
    ),
  '9.2.0.0-2': ({ statements }) =>
    all(statements, ({ actor }) => (actor as { objectType?: string }).objectType === 'Agent'),
  '9.2.0.0-3': ({ statements }) => all(statements, (statement) => accountOf(statement) !== undefined),
  '9.3.0.0-2': (evidence) => isUnique(defined(evidence).map(verbOf)),
  '9.3.0.0-3': ({ statements }) => count(statements, 'passed', 'failed') <= 1,
  '9.3.0.0-4': ({ statements: [first] }) => !first || verbOf(first) === 'initialized',
  '9.3.0.0-5': ({ statements }) =>
    count(statements, 'terminated') === 0 || verbOf(statements.at(-1) as Statement) === 'terminated',
  '9.3.0.0-6': ({ attempt }) => count(attempt, 'completed') <= 1,
  '9.3.0.0-7': ({ attempt }) => count(attempt, 'passed') <= 1,
  '9.3.0.0-8': ({ attempt }) => {
    const verbs = attempt.filter(isDefined).map(verbOf)
    return !verbs.includes('passed') || verbs.lastIndexOf('failed') < verbs.indexOf('passed')
  },
  '9.3.2.0-3': ({ statements }) => count(statements, 'initialized') <= 1,
  '9.3.4.0-2': (evidence) =>
    all(defined(evidence, 'passed'), (one) => (scaled(one) ?? 1) >= (evidence.launch.masteryScore ?? 0)),
  '9.3.5.0-2': (evidence) =>
    all(defined(evidence, 'failed'), (one) => (scaled(one) ?? 0) < (evidence.launch.masteryScore ?? 2)),
  '9.5.1.0-2': (evidence) => verbsWith(evidence, 'score').every((verb) => /passed|failed/.test(verb)),
  '9.5.1.0-3': ({ statements }) =>
    all(statements, ({ result }) => {
      const score = (result?.score ?? {}) as object
      return !('raw' in score) || ('min' in score && 'max' in score)
    }),
  '9.5.2.0-1': (evidence) => all(defined(evidence, 'passed'), ({ result }) => result?.success === true),
  '9.5.2.0-2': (evidence) => all(defined(evidence, 'failed'), ({ result }) => result?.success === false),
  '9.5.2.0-3': (evidence) => verbsWith(evidence, 'success').every((verb) => /passed|failed/.test(verb)),
  '9.5.3.0-1': (evidence) => all(defined(evidence, 'completed'), ({ result }) => result?.completion === true),
  '9.5.3.0-2': (evidence) => verbsWith(evidence, 'completion').every((verb) => verb === 'completed'),
  '9.5.4.1-1': timed('terminated'),
  '9.5.4.1-2': timed('completed'),
  '9.5.4.1-3': timed('passed'),
  '9.5.4.1-4': timed('failed'),
  '9.6.1.0-1': ({ launch, statements }) =>
    all(statements, ({ context }) => context.registration === launch.registration),
  '9.6.2.0-1': ({ statements }) =>
    all(statements, ({ context }) => context.contextActivities?.grouping?.[0]?.id === publisherId),
  '9.6.2.1-1': ({ statements }) =>
    all(
      statements.filter(({ object }) => object.id === activity),
      isDefined,
    ),
  '9.6.2.2-1': (evidence) =>
    all(
      defined(evidence).filter((one) => has(one, 'success') || has(one, 'completion')),
      (one) => categories(one).includes('moveon'),
    ),
  '9.6.2.2-2': ({ statements }) =>
    all(
      statements.filter((one) => categories(one).includes('moveon')),
      (one) => isDefined(one) && (has(one, 'success') || has(one, 'completion')),
    ),
  '9.6.3.1-4': ({ attempt, launch, statements }) =>
    all(attempt, ({ context }) => typeof context.extensions?.[sessionExtension] === 'string') &&
    all(statements, ({ context }) => context.extensions?.[sessionExtension] === launch.session),
  '9.6.3.2-2': (evidence) =>
    all(
      defined(evidence, 'passed', 'failed'),
      ({ context }) => context.extensions?.[masteryExtension] === evidence.launch.masteryScore,
    ),
  '9.7.0.0-1': ({ statements }) => all(statements, ({ timestamp }) => !Number.isNaN(Date.parse(timestamp))),
  '9.7.0.0-2': ({ statements }) => all(statements, ({ timestamp }) => timestamp.endsWith('Z')),
  '10.2.1.0-4': (evidence) =>
    isBeforeStatements(evidence, ({ method, stateId }) => method === 'GET' && stateId === 'LMS.LaunchData'),
  '10.2.1.0-5': ({ requests }) =>
    requests.every(({ method, stateId }) => method === 'GET' || stateId !== 'LMS.LaunchData'),
  '10.2.2.0-9': onlyFirstAndLast,
  '10.2.2.0-11': onlyFirstAndLast,
  '11.0.0.0-3': (evidence) =>
    isBeforeStatements(evidence, ({ method, resource }) => method === 'GET' && resource === 'agents/profile'),
}

/** The requirements that an AU broke in this launch, by number and in cmi5's words. */
export function brokenRequirements(evidence: Evidence): string[] {
  return Object.entries(rules)
    .filter(([, isKept]) => !isKept(evidence))
    .map(([number]) => `${number}: ${requirements[number]?.txt ?? 'no such requirement'}`)
}
