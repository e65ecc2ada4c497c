import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { answer, passed, recorded } from '../../../../test/harness/lms-visit.ts'
import { type LaunchOptions, type Lrs, startLrs } from '../../../../test/harness/lrs/server.ts'
import { cmi5Visit } from '../../../../test/harness/lrs/visit.ts'
import { eventually } from '../../../../test/harness/eventually.ts'

let lrs: Lrs
beforeAll(async () => {
  lrs = await startLrs()
})
afterEach(() => {
  lrs.faults.refuse = null
})
afterAll(() => lrs.close())

const launchCmi5 = (options: Partial<LaunchOptions> = {}) => cmi5Visit(lrs, options)

describe('an LRS that does not do as it should', () => {
  it('is away for a while: everything is sent later, in its order, and the learner is told', async () => {
    const visit = await launchCmi5()
    lrs.faults.refuse = () => 503
    visit.tracker.answer(answer)
    visit.tracker.record(recorded())
    await eventually(() => expect(visit.notices).toEqual(['notRecorded']))
    visit.tracker.answer({ ...answer, question: 'm.q2' })
    visit.tracker.record(passed)
    lrs.faults.refuse = null
    await eventually(() => expect(visit.notices).toEqual(['notRecorded', null]))
    expect(visit.verbs()).toEqual(['initialized', 'answered', 'answered', 'completed', 'passed'])
    expect(lrs.state(visit.registration)?.packed).toBe('M1state')
    await visit.tracker.exit()
    expect(visit.broken()).toEqual([])
  })

  it('has stored what it did not confirm: that is sent again and counts once', async () => {
    const visit = await launchCmi5()
    visit.tracker.answer(answer)
    const real = globalThis.fetch
    const lossy = vi.fn<typeof fetch>(async (...request) => {
      const response = await real(...request)
      if (new Request(...request).url.endsWith('/statements')) throw new TypeError('The connection was lost')
      return response
    })
    Object.assign(visit.page, { fetch: lossy })
    await eventually(() => expect(visit.verbs()).toEqual(['initialized', 'answered']))
    Object.assign(visit.page, { fetch: real })
    visit.tracker.answer({ ...answer, question: 'm.q2' })
    await visit.tracker.exit()
    expect(visit.verbs()).toEqual(['initialized', 'answered', 'answered', 'terminated'])
  })

  it('heard of a result from a page that was killed before it noted so: the next visit does not tell it again', async () => {
    const first = await launchCmi5()
    lrs.faults.refuse = ({ method, resource }) =>
      method === 'PUT' && resource.includes('state') ? 503 : null
    first.tracker.record(passed)
    await eventually(() => expect(first.verbs()).toEqual(['initialized', 'completed', 'passed']))
    // Nothing more is heard of the first, which would try again: its state never came to be kept.
    Object.assign(first.page, { fetch: () => Promise.reject(new TypeError('The page is gone')) })
    lrs.faults.refuse = null
    const second = await launchCmi5({ registration: first.registration })
    expect(lrs.state(first.registration)).toBeNull()
    second.tracker.record(passed)
    await eventually(() =>
      expect(lrs.state(first.registration)?.marks).toMatchObject({ passed: { isStored: true } }),
    )
    await second.tracker.exit()
    expect(second.verbs()).toEqual(['initialized', 'terminated'])
    expect(second.broken()).toEqual([])
  })

  it('refuses one statement: that keeps no other away', async () => {
    const visit = await launchCmi5()
    // No LRS takes a score above its maximum.
    visit.tracker.answer({ ...answer, question: 'm.bad', credit: 7 })
    visit.tracker.answer(answer)
    await eventually(() => expect(visit.verbs()).toEqual(['initialized', 'answered']))
    await visit.tracker.exit()
    visit.page.leave()
    expect(visit.notices).toEqual([])
  })

  it('could not say at the beginning what it has: that is not lost when it can', async () => {
    const first = await launchCmi5()
    first.tracker.record(recorded({ packed: 'M1old' }))
    await first.tracker.exit()
    lrs.faults.refuse = ({ method, resource }) =>
      method === 'GET' && resource === 'activities/state' && lrs.requests.at(-1)?.stateId === 'morsel'
        ? 500
        : null
    const second = await launchCmi5({ registration: first.registration })
    expect(second.opened.packed).toBeNull()
    second.tracker.record(recorded({ packed: 'M1new' }))
    await quiet()
    lrs.faults.refuse = null
    await eventually(() => expect(lrs.state(first.registration)?.packed).toBe('M1old+M1new'))
    await second.tracker.exit()
  })

  it('takes little at once from a page that goes: the end is always in it', async () => {
    const visit = await launchCmi5()
    lrs.faults.refuse = ({ resource }) => (resource === 'statements' ? 503 : null)
    for (let place = 0; place < 60; place++)
      visit.tracker.answer({ ...answer, question: `m.q${place}`, description: 'é'.repeat(500) })
    await quiet()
    lrs.faults.refuse = null
    const sizes: number[] = []
    const real = globalThis.fetch
    Object.assign(visit.page, {
      fetch: (url: string, options: RequestInit) => {
        if (options.keepalive && typeof options.body === 'string') sizes.push(Buffer.byteLength(options.body))
        return real(url, options)
      },
    })
    visit.page.leave()
    await eventually(() => expect(visit.verbs().at(-1)).toBe('terminated'))
    expect(Math.max(...sizes)).toBeLessThan(60_000)
    expect(visit.verbs()[0]).toBe('initialized')
    expect(visit.verbs().length).toBeGreaterThan(20)
  })
})

/** As long as anything that was to be sent would have taken. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300))
