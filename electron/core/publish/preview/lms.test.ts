import { beforeEach, describe, expect, it } from 'vitest'
import { type PreviewConditions, usualConditions } from '../../../../shared/bundle/preview-conditions.ts'
import type { PreviewCall } from '../../../../shared/bundle/preview-messages.ts'
import { fixtureBundle } from '../../../../test/fixtures/bundle.ts'
import { prepareAttempts } from './attempts.ts'
import { createPreviewLms, type PreviewLms } from './lms.ts'

const base = 'http://127.0.0.1:2/preview/token/'
const verb = (name: string) => `http://adlnet.gov/expapi/verbs/${name}`
const cmi5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5'

let lms: PreviewLms
let id = 0

function start(format: 'cmi5' | 'xapi' = 'cmi5') {
  lms = createPreviewLms({
    bundle: fixtureBundle,
    format,
    launch: { mastery: 70, attempts: prepareAttempts(fixtureBundle) },
  })
}
beforeEach(() => start())

const control = (path: string, body?: unknown) =>
  lms.control(
    new Request(
      `${base}lms/${path}`,
      body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) },
    ),
    path.split('?')[0] ?? '',
  )
const told = async () =>
  (await (await control('told?after=0')).json()) as {
    calls: PreviewCall[]
    documents: Record<string, string>
    statements: { verb: { id: string } }[]
  }
const under = (part: Partial<PreviewConditions>) => control('conditions', { ...usualConditions, ...part })

/** Opens the module as the host page does; answers what the module finds in its address. */
async function launch() {
  const { address } = (await (await control('open', null)).json()) as { address: string }
  const query = new URL(address, base).searchParams
  const endpoint = query.get('endpoint') ?? ''
  let authorization = query.get('auth') ?? ''
  const ask = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    lms.lrs(
      new Request(new URL(path, endpoint), {
        method,
        headers: { authorization, 'x-experience-api-version': '1.0.3', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
      path.split('?')[0] ?? '',
    )
  const fetchToken = async () => {
    const answer = await lms.lrs(new Request(query.get('fetch') ?? '', { method: 'POST' }), 'fetch')
    return (await answer.json()) as Record<string, string>
  }
  if (query.has('fetch')) authorization = `Basic ${(await fetchToken())['auth-token']}`
  const say = async (name: string, result?: object, isDefined = true) => {
    const statement = {
      id: `00000000-0000-4000-8000-${String(++id).padStart(12, '0')}`,
      actor: JSON.parse(query.get('actor') ?? '{}') as unknown,
      verb: { id: verb(name) },
      object: { id: query.get('activityId') ?? query.get('activity_id') },
      context: { contextActivities: { category: isDefined ? [{ id: cmi5 }] : [] } },
      ...(result ? { result } : {}),
    }
    const answer = await ask('POST', 'statements', [statement])
    return [answer.status, answer.status < 400 ? '' : await answer.text()] as const
  }
  const name = (stateId: string) =>
    `activities/state?${new URLSearchParams({
      activityId: query.get('activityId') ?? '',
      agent: query.get('actor') ?? '',
      registration: query.get('registration') ?? '',
      stateId,
    })}`
  return { query, ask, say, name, fetchToken }
}

describe('the record store', () => {
  it('gives its key once, and knows what an LMS writes before the launch', async () => {
    const { ask, name, fetchToken } = await launch()
    expect(await fetchToken()).toMatchObject({ 'error-code': '1' })
    const data = (await (await ask('GET', name('LMS.LaunchData'))).json()) as object
    expect(data).toMatchObject({ launchMode: 'Normal', moveOn: 'CompletedOrPassed', masteryScore: 0.7 })
    expect((await ask('GET', 'agents/profile?agent={}&profileId=cmi5LearnerPreferences')).status).toBe(404)
  })

  it('takes documents, merges them, and keeps them for the next visit but not for another learner', async () => {
    const first = await launch()
    expect((await first.ask('PUT', first.name('morsel'), { a: 1 })).status).toBe(204)
    expect((await first.ask('POST', first.name('morsel'), { b: 2 })).status).toBe(204)
    expect((await first.ask('POST', first.name('morsel'), 'no object')).status).toBe(400)
    const second = await launch()
    expect(await (await second.ask('GET', second.name('morsel'))).json()).toEqual({ a: 1, b: 2 })
    const names = await second.ask('GET', second.name('').replace(/&stateId=$/, ''))
    expect(await names.json()).toEqual(['LMS.LaunchData', 'morsel'])
    await control('start-over', { as: 'first', step: null })
    const other = await launch()
    expect((await other.ask('GET', other.name('morsel'))).status).toBe(404)
    expect((await told()).statements).toEqual([])
  })

  it('guards profiles against writing over each other', async () => {
    const { ask } = await launch()
    const profile = 'agents/profile?agent={}&profileId=p'
    expect((await ask('PUT', profile, { a: 1 }, { 'if-none-match': '*' })).status).toBe(204)
    expect((await ask('PUT', profile, { a: 2 })).status).toBe(409)
    const etag = (await ask('GET', profile)).headers.get('etag') ?? ''
    expect((await ask('PUT', profile, { a: 2 }, { 'if-match': '"old"' })).status).toBe(412)
    expect((await ask('PUT', profile, { a: 2 }, { 'if-match': etag })).status).toBe(204)
  })

  it('takes a statement once, and refuses what is none', async () => {
    const { ask, say } = await launch()
    expect(await say('initialized')).toEqual([200, ''])
    const { statements } = await told()
    const { stored: _stored, ...same } = statements[0] as unknown as Record<string, unknown>
    expect((await ask('POST', 'statements', same)).status).toBe(200)
    expect((await ask('POST', 'statements', { ...same, result: { completion: true } })).status).toBe(409)
    expect((await ask('POST', 'statements', '{')).status).toBe(400)
    expect((await ask('POST', 'statements', { ...same, id: 'x' })).status).toBe(400)
    expect((await told()).statements).toHaveLength(1)
    const found = (await (await ask('GET', `statements?verb=${verb('initialized')}`)).json()) as object
    expect(found).toMatchObject({ statements: [{ id: same.id }] })
  })

  it('lets nobody in without the visit’s key', async () => {
    const { ask, say } = await launch()
    expect((await ask('GET', 'statements', undefined, { authorization: 'Basic no' })).status).toBe(401)
    await control('cut', null)
    expect((await say('initialized'))[0]).toBe(401)
  })

  it('keeps cmi5’s rules and says which', async () => {
    const { say } = await launch()
    const duration = 'PT1S'
    expect((await say('answered', {}, false))[1]).toBe('“initialized” must be said before anything else.')
    await say('initialized')
    expect((await say('initialized'))[1]).toContain('once in a visit')
    expect((await say('completed', { completion: true }))[1]).toBe('A duration is missing in the result.')
    expect((await say('completed', { duration, completion: true, score: { scaled: 1 } }))[1]).toContain(
      'must not carry a score',
    )
    expect(await say('completed', { duration, completion: true })).toEqual([200, ''])
    expect((await say('completed', { duration, completion: true }))[1]).toContain('once in a registration')
    expect((await say('passed', { duration, score: { scaled: 0.5 } }))[1]).toContain('reaches the pass mark')
    expect((await say('failed', { duration, score: { scaled: 0.8 } }))[1]).toContain('below the pass mark')
    expect(await say('passed', { duration, score: { scaled: 0.8 } })).toEqual([200, ''])
    expect((await say('failed', { duration, score: { scaled: 0.1 } }))[1]).toContain('may not follow')
    expect(await say('terminated', { duration })).toEqual([200, ''])
    expect(await say('answered', {}, false)).toEqual([403, 'Nothing may be said after “terminated”.'])
    // In the next visit the registration is remembered, the visit is new.
    const next = await launch()
    expect(await next.say('initialized')).toEqual([200, ''])
    expect((await next.say('completed', { duration, completion: true }))[0]).toBe(403)
  })

  it('looks away when it is not strict, and in plain xAPI', async () => {
    await under({ isStrict: false })
    expect(await (await launch()).say('terminated')).toEqual([200, ''])
    start('xapi')
    expect(await (await launch()).say('terminated')).toEqual([200, ''])
  })
})

describe('faults', () => {
  it('refuses to save but still answers', async () => {
    const { ask, say, name } = await launch()
    await under({ lms: 'refuses' })
    expect((await say('initialized'))[0]).toBe(500)
    expect((await ask('PUT', name('morsel'), {})).status).toBe(500)
    expect((await ask('GET', name('LMS.LaunchData'))).status).toBe(200)
    expect((await told()).calls.at(-2)).toMatchObject({
      method: 'PUT activities/state',
      element: 'morsel',
      error: '500',
    })
    await under({})
    expect((await say('initialized'))[0]).toBe(200)
  })

  it('lends for review, and is not there at all', async () => {
    await under({ lms: 'review' })
    const { ask, say, name } = await launch()
    const data = (await (await ask('GET', name('LMS.LaunchData'))).json()) as object
    expect(data).toMatchObject({ launchMode: 'Review' })
    await say('initialized')
    expect((await say('completed', { duration: 'PT1S', completion: true }))[1]).toContain('In review only')
    await under({ lms: 'absent' })
    expect(await (await control('open', null)).json()).toEqual({ address: 'index.html' })
  })

  it('takes only conditions that it knows', async () => {
    expect((await control('conditions', { network: 'by-pigeon' })).status).toBe(400)
    expect(lms.conditions()).toEqual(usualConditions)
  })
})

it('opens for a learner who was there before, or at a step', async () => {
  const stateOf = async (asked: object) => {
    await control('start-over', asked)
    const { ask, name } = await launch()
    return (await (await ask('GET', name('morsel'))).json()) as { packed: string }
  }
  expect(await stateOf({ as: 'passed', step: null })).toMatchObject({ step: null })
  expect((await stateOf({ as: 'first', step: 'price.watch' })).packed).toMatch(/^M1/)
})
