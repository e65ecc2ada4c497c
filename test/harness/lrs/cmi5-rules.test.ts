import { expect, it } from 'vitest'
import type { Statement } from '../../../renderer/player/tracking/xapi/statement.ts'
import { brokenRequirements, type Evidence, requirements, rules, sessionExtension } from './cmi5-rules.ts'
import { activity, publisherId } from './server.ts'

const category = (...names: string[]) =>
  names.map((name) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${name}` }))
const masteryScore = 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore'

function statement(verb: string, result: Record<string, unknown> = {}, ...names: string[]): Statement {
  return {
    id: `00000000-0000-4000-8000-${String(Math.floor(Math.random() * 1e12)).padStart(12, '0')}`,
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-1' } },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: {} },
    object: { id: names.length > 0 ? activity : `${publisherId}/part` },
    result,
    context: {
      registration: 'r',
      contextActivities: { grouping: [{ id: publisherId }], category: category(...names) },
      extensions: {
        [sessionExtension]: 's',
        ...('score' in result && names.length > 0 && { [masteryScore]: 0.7 }),
      },
    },
    timestamp: '2026-11-25T10:00:00.000Z',
  }
}

const score = (scaled: number) => ({ scaled, raw: scaled * 100, min: 0, max: 100 })
const initialized = () => statement('initialized', {}, 'cmi5')
const answered = () => statement('answered', { success: true })
const completed = () => statement('completed', { completion: true, duration: 'PT5S' }, 'cmi5', 'moveon')
const passed = (result: object = {}) =>
  statement('passed', { success: true, score: score(0.8), duration: 'PT5S', ...result }, 'cmi5', 'moveon')
const failed = (result: object = {}) =>
  statement('failed', { success: false, score: score(0.5), duration: 'PT5S', ...result }, 'cmi5', 'moveon')
const terminated = (result: object = { duration: 'PT6S' }) => statement('terminated', { ...result }, 'cmi5')

const request = (method: string, resource: string, stateId: string | null = null) => ({
  method,
  resource,
  stateId,
  session: 's',
  status: 200,
})
const before = [request('GET', 'activities/state', 'LMS.LaunchData'), request('GET', 'agents/profile')]

function evidence(statements: Statement[], fields: Partial<Evidence> = {}): Evidence {
  return {
    launch: { registration: 'r', session: 's', masteryScore: 0.7 },
    statements,
    attempt: statements,
    requests: [...before, request('POST', 'statements')],
    hasEnded: true,
    ...fields,
  }
}
const visit = (...between: Statement[]) => evidence([initialized(), ...between, terminated()])
const changed = (made: Statement, change: (statement: Statement) => void) => {
  change(made)
  return visit(made)
}
const looking = (launchMode: 'Browse' | 'Review') => ({
  ...visit(completed()),
  launch: { registration: 'r', session: 's', launchMode },
})
const without = <Name extends string>(made: Statement, name: Name) => {
  delete made.result?.[name]
  return visit(made)
}

/** For every rule a launch that breaks it. */
const broken: Record<string, Evidence> = {
  '7.1.1.0-1': evidence([answered(), terminated()]),
  '7.1.2.0-1': evidence([initialized(), answered()]),
  '7.1.3.0-1': evidence([initialized(), terminated(), answered()]),
  '8.1.3.0-3': changed(answered(), (made) => {
    made.actor = { objectType: 'Agent', account: { name: 'somebody else' } }
  }),
  '8.1.5.0-6': changed(completed(), (made) => {
    made.object = { id: publisherId }
  }),
  '9.1.0.0-1': changed(answered(), (made) => {
    made.id = 'one'
  }),
  '9.2.0.0-2': changed(answered(), (made) => {
    made.actor = { objectType: 'Group', account: { name: 'learner-1' } }
  }),
  '9.2.0.0-3': changed(answered(), (made) => {
    made.actor = { objectType: 'Agent', mbox: 'mailto:a@example.org' }
  }),
  '9.3.0.0-2': visit(completed(), completed()),
  '9.3.0.0-3': visit(failed(), passed()),
  '9.3.0.0-4': evidence([answered(), initialized(), terminated()]),
  '9.3.0.0-5': evidence([initialized(), terminated(), completed()]),
  '9.3.0.0-6': evidence([initialized(), terminated()], { attempt: [completed(), completed()] }),
  '9.3.0.0-7': evidence([initialized(), terminated()], { attempt: [passed(), passed()] }),
  '9.3.0.0-8': evidence([initialized(), terminated()], { attempt: [passed(), failed()] }),
  '9.3.2.0-3': visit(initialized()),
  '9.3.4.0-2': visit(passed({ score: score(0.6) })),
  '9.3.5.0-2': visit(failed({ score: score(0.9) })),
  '9.5.1.0-2': visit(
    statement('completed', { completion: true, duration: 'PT5S', score: score(1) }, 'cmi5', 'moveon'),
  ),
  '9.5.1.0-3': visit(passed({ score: { scaled: 0.8, raw: 80 } })),
  '9.5.2.0-1': visit(passed({ success: false })),
  '9.5.2.0-2': visit(failed({ success: true })),
  '9.5.2.0-3': visit(
    statement('completed', { completion: true, success: true, duration: 'PT5S' }, 'cmi5', 'moveon'),
  ),
  '9.5.3.0-1': without(completed(), 'completion'),
  '9.5.3.0-2': visit(passed({ completion: true })),
  '9.5.4.1-1': evidence([initialized(), terminated({})]),
  '9.5.4.1-2': without(completed(), 'duration'),
  '9.5.4.1-3': without(passed(), 'duration'),
  '9.5.4.1-4': without(failed(), 'duration'),
  '9.6.1.0-1': changed(answered(), (made) => {
    made.context.registration = 'another'
  }),
  '9.6.2.0-1': changed(answered(), (made) => {
    made.context.contextActivities = {}
  }),
  '9.6.2.1-1': changed(answered(), (made) => {
    made.object = { id: activity }
  }),
  '9.6.2.2-1': visit(statement('completed', { completion: true, duration: 'PT5S' }, 'cmi5')),
  '9.6.2.2-2': visit(statement('answered', { success: true }, 'moveon')),
  '9.6.3.1-4': changed(answered(), (made) => {
    made.context.extensions = {}
  }),
  '9.6.3.2-2': changed(passed(), (made) => {
    made.context.extensions = { [sessionExtension]: 's' }
  }),
  '9.7.0.0-1': changed(answered(), (made) => {
    made.timestamp = ''
  }),
  '9.7.0.0-2': changed(answered(), (made) => {
    made.timestamp = '2026-11-25T10:00:00+01:00'
  }),
  '10.2.1.0-4': evidence([initialized(), terminated()], {
    requests: [request('POST', 'statements'), ...before],
  }),
  '10.2.1.0-5': evidence([initialized(), terminated()], {
    requests: [...before, request('PUT', 'activities/state', 'LMS.LaunchData')],
  }),
  '10.2.2.0-9': looking('Browse'),
  '10.2.2.0-11': looking('Review'),
  '11.0.0.0-3': evidence([initialized(), terminated()], { requests: before.slice(0, 1) }),
}

it('finds nothing in a launch that keeps every rule', () => {
  expect(brokenRequirements(visit(answered(), completed(), passed()))).toEqual([])
  expect(brokenRequirements(visit(answered(), completed(), failed()))).toEqual([])
})

it.for(Object.keys(rules))('knows when %s is broken', (number) => {
  expect(requirements).toHaveProperty([number])
  expect(brokenRequirements(broken[number] as Evidence).map((words) => words.split(':')[0])).toContain(number)
})
