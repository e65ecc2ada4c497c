import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answer, passed, recorded } from '../../../../test/harness/lms-visit.ts'
import { verbOf } from '../../../../test/harness/lrs/cmi5-rules.ts'
import { type LaunchOptions, type Lrs, startLrs } from '../../../../test/harness/lrs/server.ts'
import { cmi5Visit, launched, tabStorage } from '../../../../test/harness/lrs/visit.ts'
import { eventually } from '../../../../test/harness/eventually.ts'

let lrs: Lrs
beforeAll(async () => {
  lrs = await startLrs()
})
afterAll(() => lrs.close())

const failed = recorded({ result: { isComplete: true, success: 'failed', score: 50, progress: 100 } })

const launchCmi5 = (options: Partial<LaunchOptions> = {}, tab = tabStorage()) => cmi5Visit(lrs, options, tab)

describe('a launch by cmi5', () => {
  it('keeps every rule from beginning to end, and goes back to where the LMS says', async () => {
    const visit = await launchCmi5({ masteryScore: 0.8, returnURL: 'https://lms.example/back' })
    visit.tracker.record(recorded())
    visit.tracker.experience('price.why')
    visit.tracker.answer(answer)
    visit.tracker.record(passed)
    expect(await visit.tracker.exit()).toBe('https://lms.example/back')
    expect(visit.verbs()).toEqual([
      'initialized',
      'experienced',
      'answered',
      'completed',
      'passed',
      'terminated',
    ])
    expect(visit.broken()).toEqual([])
    expect(lrs.state(visit.registration)).toMatchObject({ packed: 'M1state', step: 'm.read' })
    expect(visit.notices).toEqual([])
    visit.page.leave()
    await quiet()
    expect(visit.verbs().filter((verb) => verb === 'terminated')).toHaveLength(1)
  })

  it('tells a failure only at the end of a session, and a pass at once, each once an attempt', async () => {
    const first = await launchCmi5()
    const again = { registration: first.registration }
    first.tracker.record(failed)
    await eventually(() => expect(first.verbs()).toEqual(['initialized', 'completed']))
    await first.tracker.exit()
    expect(first.verbs()).toEqual(['initialized', 'completed', 'failed', 'terminated'])

    const second = await launchCmi5(again)
    second.tracker.record(failed)
    await second.tracker.exit()
    // Nothing new: what was told is not told twice.
    expect(second.verbs()).toEqual(['initialized', 'terminated'])

    const third = await launchCmi5(again)
    third.tracker.record(failed)
    third.tracker.record(passed)
    await eventually(() => expect(third.verbs()).toEqual(['initialized', 'passed']))
    await third.tracker.exit()

    const fourth = await launchCmi5(again)
    fourth.tracker.record(passed)
    fourth.tracker.record(failed)
    await fourth.tracker.exit()
    expect(fourth.verbs()).toEqual(['initialized', 'terminated'])
    for (const visit of [first, second, third, fourth]) expect(visit.broken()).toEqual([])
  })

  it('judges by the LMS’s mastery score, whatever the author’s mark was', async () => {
    const visit = await launchCmi5({ masteryScore: 0.9 })
    visit.tracker.record(passed)
    await visit.tracker.exit()
    expect(visit.verbs()).toEqual(['initialized', 'completed', 'failed', 'terminated'])
    expect(visit.broken()).toEqual([])
  })

  it.for(['Browse', 'Review'] as const)(
    'in %s mode tells only that it was opened and closed',
    async (launchMode) => {
      const visit = await launchCmi5({ launchMode })
      visit.tracker.record(passed)
      visit.tracker.answer(answer)
      visit.tracker.experience('price.why')
      await visit.tracker.exit()
      expect(visit.verbs()).toEqual(['initialized', 'terminated'])
      expect(visit.broken()).toEqual([])
      expect(lrs.state(visit.registration)).toBeNull()
      expect(visit.notices).toEqual(['readOnly'])
    },
  )

  it('goes on elsewhere with what the LRS kept', async () => {
    const first = await launchCmi5()
    first.tracker.record(recorded({ packed: 'M1half', step: 'price.watch' }))
    first.page.leave()
    await eventually(() => expect(first.verbs()).toContain('terminated'))
    const second = await launchCmi5({ registration: first.registration })
    expect(second.opened).toEqual({ packed: 'M1half', step: 'price.watch' })
    expect((await launchCmi5()).opened.packed).toBeNull()
  })

  it.each(['before', 'after'])(
    'goes on in its session when it is killed %s it hears what arrived',
    async (when) => {
      const visit = await launchCmi5()
      const session = `morsel:${new URLSearchParams(visit.query).get('fetch')}`
      if (when === 'before') visit.kill()
      visit.tracker.answer(answer)
      await eventually(() => expect(visit.verbs()).toEqual(['initialized', 'answered']))
      if (when === 'after')
        await eventually(() => expect(visit.tab.getItem(session)).toContain('"hasBegun":true'))
      visit.kill()
      // Loaded again: its token is had once only.
      const again = await launched('cmi5', visit.query, visit.tab)
      again.tracker.answer({ ...answer, question: 'm.q2' })
      again.page.leave()
      await eventually(() =>
        expect(visit.verbs()).toEqual(['initialized', 'answered', 'answered', 'terminated']),
      )
      // Loaded again after its end: state is kept, statements wait for the next launch.
      const after = await launched('cmi5', visit.query, visit.tab)
      expect(after.notices).toEqual(['untracked'])
      after.tracker.answer({ ...answer, question: 'm.q3' })
      after.tracker.record(recorded({ packed: 'M1after' }))
      await eventually(() => expect(lrs.state(visit.registration)?.packed).toBe('M1after'))
      await after.tracker.exit()
      expect(visit.verbs()).toHaveLength(4)
      expect(visit.broken()).toEqual([])
    },
  )

  it.for([
    ['1', 1],
    ['2', 1],
    ['3', 2],
  ] as const)('without a token (error %s) plays on and says so', async ([code, attempts]) => {
    const { query } = lrs.launchCmi5({ registration: randomUUID() })
    const asked = vi.fn<typeof fetch>(async () => Response.json({ 'error-code': code, 'error-text': '' }))
    vi.stubGlobal('fetch', asked)
    const visit = await launched('cmi5', query)
    vi.unstubAllGlobals()
    expect(asked).toHaveBeenCalledTimes(attempts)
    expect(visit.notices).toEqual(['untracked'])
    visit.tracker.record(passed)
    visit.tracker.answer(answer)
    expect(await visit.tracker.exit()).toBeNull()
  })

  it('without a launch plays on and says so', async () => {
    expect((await launched('cmi5', '')).notices).toEqual(['untracked'])
    expect((await launched('xapi', '?endpoint=http://127.0.0.1:9/&actor=nobody')).notices).toEqual([
      'untracked',
    ])
  })
})

describe('a launch of a “Tin Can” package', () => {
  it('tells results as they come, with the score at completion', async () => {
    const registration = randomUUID()
    const visit = await launched('xapi', lrs.launchXapi({ registration }))
    visit.tracker.answer(answer)
    visit.tracker.record(failed)
    const mine = () => lrs.statements().filter(({ context }) => context.registration === registration)
    await eventually(() =>
      expect(mine().map(verbOf)).toEqual(['initialized', 'answered', 'completed', 'failed']),
    )
    expect(mine()[2]?.result).toMatchObject({ completion: true, score: { scaled: 0.5 } })
    visit.tracker.record(passed)
    await visit.tracker.exit()
    expect(mine().map(verbOf).slice(4)).toEqual(['passed', 'terminated'])
    expect((await launched('xapi', lrs.launchXapi({ registration }))).opened.packed).toBe('M1state')
  })

  it('knows the learner as older launches write them', async () => {
    const registration = randomUUID()
    const query = new URLSearchParams(lrs.launchXapi({ registration }))
    query.set(
      'actor',
      JSON.stringify({
        name: ['A. Learner'],
        account: [{ accountServiceHomePage: 'https://old.example', accountName: 'a' }],
      }),
    )
    const visit = await launched('xapi', `?${query.toString()}`)
    await visit.tracker.exit()
    const mine = () => lrs.statements().filter(({ context }) => context.registration === registration)
    await eventually(() => expect(mine()).not.toEqual([]))
    expect(mine().at(-1)?.actor).toMatchObject({
      name: 'A. Learner',
      account: { homePage: 'https://old.example', name: 'a' },
    })
  })
})

/** As long as anything that was to be sent would have taken. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 300))
