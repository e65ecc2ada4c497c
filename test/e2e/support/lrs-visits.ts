import { randomUUID } from 'node:crypto'
import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test'
import { fixtureBundle } from '../../fixtures/bundle.ts'
import { stressBundle } from '../../fixtures/stress.ts'
import { brokenRequirements, evidenceOf, verbOf } from '../../harness/lrs/cmi5-rules.ts'
import { type Lrs, startLrs } from '../../harness/lrs/server.ts'
import { type ModuleSite, startModuleSite } from './module-site.ts'
import { packageFiles } from './package.ts'
import { playerOn, takeFixtureQuiz, watch } from './player-page.ts'
import { goThrough, kill, leaveTenTimes } from './quick-learner.ts'
import { republished } from './republished.ts'

/** What Chromium calls a failure and is none: an LRS that has no state yet, or has a statement already. */
const isAnswerOfLrs = /status of (404|409)/

/** One opening of the module; `session` names it where the LMS does (cmi5). */
type Visit = { page: Page; session: string | null; hasEnded: boolean }

/** The visits of learners to modules under an LRS, as packages of this kind are launched. */
export function lrsVisits(kind: 'cmi5' | 'xapi'): void {
  let lrs: Lrs
  let site: ModuleSite
  test.beforeAll(async () => {
    ;[lrs, site] = await Promise.all([startLrs(), startModuleSite()])
  })
  test.afterAll(() => Promise.all([lrs.close(), site.close()]))

  /** A learner who is enrolled in a module of their own, and everything the LRS has of them. */
  async function enrolled(bundle: typeof stressBundle) {
    const enrolment = { registration: randomUUID(), masteryScore: (bundle.pass ?? 0) / 100 }
    const folder = `${kind}-${enrolment.registration}`
    let address = site.serveFiles(folder, await packageFiles(bundle, kind))
    const visits: Visit[] = []
    const problems: string[][] = []
    const statements = () =>
      lrs.statements().filter(({ context }) => context.registration === enrolment.registration)
    return {
      statements,
      /** What must never happen: errors, and requests to another machine. */
      problems: () => problems.flat().filter((problem) => !isAnswerOfLrs.test(problem)),
      /** The questions whose answers the LRS has, once for each time it has them. */
      answered: () =>
        statements()
          .filter((statement) => verbOf(statement) === 'answered')
          .map(({ object }) => decodeURIComponent(object.id.replace(/^.*\//, ''))),
      verbs: () =>
        statements()
          .map(verbOf)
          .filter((verb) => /^(completed|passed|failed)$/.test(verb)),
      async launch(context: BrowserContext): Promise<Visit> {
        const page = await context.newPage()
        problems.push(watch(page, 'http://127.0.0.1:'))
        const { session, query } =
          kind === 'cmi5'
            ? lrs.launchCmi5(enrolment)
            : { session: null, query: lrs.launchXapi({ registration: enrolment.registration }) }
        await page.goto(`${address}index.html${query}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        const visit = { page, session, hasEnded: false }
        visits.push(visit)
        return visit
      },
      /** Goes to another page: what the module says last arrives after that. */
      async leave(visit: Visit): Promise<void> {
        const count = () => statements().filter((statement) => verbOf(statement) === 'terminated').length
        const before = count()
        await visit.page.goto('about:blank')
        await expect.poll(count, { timeout: 60_000 }).toBe(before + 1)
        visit.hasEnded = true
      },
      /**
       * Whoever is as quick as our learner leaves more behind than a page may send when it goes: the next visit brings it,
       * until so many answers are there.
       */
      async bringTheRest(context: BrowserContext, answers: number): Promise<void> {
        if (this.answered().length >= answers) return
        const visit = await this.launch(context)
        await expect.poll(() => this.answered().length, { timeout: 60_000 }).toBe(answers)
        await this.leave(visit)
      },
      async publishAnew(anew: typeof stressBundle): Promise<void> {
        address = site.serveFiles(folder, await packageFiles(anew, kind))
      },
      /** What cmi5 asks for and a visit did not do, by number; and statements told twice. */
      faults(): string[] {
        const ids = statements().map(({ id }) => id)
        const twice = ids.filter((id, place) => ids.indexOf(id) !== place)
        return [
          ...twice.map((id) => `told twice: ${id}`),
          ...visits.flatMap(({ session, hasEnded }) =>
            session === null
              ? []
              : brokenRequirements(evidenceOf(lrs, { ...enrolment, session }, { hasEnded })),
          ),
        ]
      },
    }
  }

  /** Another device: nothing that a browser kept is there. */
  const elsewhere = (browser: Browser) => browser.newContext()

  test('failed, then passed: the better result counts', async ({ context }) => {
    const learner = await enrolled(fixtureBundle)
    const first = await learner.launch(context)
    const player = playerOn(first.page)
    await player.next()
    await player.next()
    await takeFixtureQuiz(player, 'wrong')
    await learner.leave(first)
    expect(learner.verbs()).toEqual(['completed', 'failed'])

    const second = await learner.launch(context)
    const again = playerOn(second.page)
    await again.tryAgain()
    await takeFixtureQuiz(again, 'right')
    await learner.leave(second)
    expect(learner.verbs()).toEqual(['completed', 'failed', 'passed'])
    const passed = learner.statements().find((statement) => verbOf(statement) === 'passed')
    expect(passed?.result).toMatchObject({ success: true, score: { scaled: 1, raw: 100, min: 0, max: 100 } })
    expect(learner.answered()).toEqual([
      'price.check.q1',
      'price.check.q2',
      'price.check.q1',
      'price.check.q2',
    ])
    expect(learner.faults()).toEqual([])
    expect(learner.problems()).toEqual([])
  })

  test('sixty steps: suspended, resumed on another device, to the end', async ({ browser, context }) => {
    const learner = await enrolled(stressBundle)
    const here = await learner.launch(context)
    const begun = await goThrough(here.page, { questions: 25 })
    await learner.leave(here)
    const device = await elsewhere(browser)
    const there = await learner.launch(device)
    const rest = await goThrough(there.page)
    await learner.leave(there)
    await learner.bringTheRest(device, 60)
    expect([begun.answered.length, rest.answered.length]).toEqual([25, 35])
    expect(new Set(learner.answered()).size).toBe(60)
    expect(learner.answered()).toHaveLength(60)
    expect(learner.verbs()).toEqual(['completed', 'passed'])
    expect(learner.faults()).toEqual([])
    expect(learner.problems()).toEqual([])
    await device.close()
  })

  test('a tab closed at ten random moments loses nothing that was answered', async ({ context }) => {
    const learner = await enrolled(stressBundle)
    const { answered, askedAgain } = await leaveTenTimes(async () => {
      const { page } = await learner.launch(context)
      return { page, frame: page }
    })
    // An answer whose page was killed before we heard of it counts as well: all sixty are there in the end.
    expect(askedAgain).toEqual([])
    await expect.poll(() => new Set(learner.answered()).size, { timeout: 60_000 }).toBe(60)
    expect(learner.answered()).toEqual(expect.arrayContaining(answered))
    await expect.poll(learner.verbs, { timeout: 60_000 }).toEqual(['completed', 'passed'])
    expect(learner.faults()).toEqual([])
  })

  test('the network is gone for thirty seconds: the learner is told, and all is recorded after it', async ({
    context,
  }) => {
    const learner = await enrolled(stressBundle)
    await context.clock.install()
    const { page } = await learner.launch(context)
    const notice = page.getByText('not being recorded at the moment')
    await goThrough(page, { questions: 2 })
    await expect.poll(() => learner.answered().length, { timeout: 60_000 }).toBe(2)
    await context.setOffline(true)
    await goThrough(page, { questions: 2 })
    await expect(async () => {
      await context.clock.runFor(10_000)
      await expect(notice).toBeVisible({ timeout: 1000 })
    }).toPass({ timeout: 60_000 })
    expect(learner.answered()).toHaveLength(2)
    await context.setOffline(false)
    await expect(async () => {
      await context.clock.runFor(10_000)
      await expect(notice).toBeHidden({ timeout: 1000 })
    }).toPass({ timeout: 60_000 })
    await expect.poll(() => learner.answered().length, { timeout: 60_000 }).toBe(4)

    // Gone once more, and this time the tab is killed before it is back.
    await context.setOffline(true)
    const lost = await goThrough(page, { questions: 2 })
    await context.clock.runFor(10_000)
    await kill(page)
    await context.setOffline(false)
    const again = await learner.launch(context)
    await expect.poll(learner.answered, { timeout: 60_000 }).toEqual(expect.arrayContaining(lost.answered))
    const rest = await goThrough(again.page)
    expect(rest.answered).toHaveLength(54)
    await learner.leave(again)
    await learner.bringTheRest(context, 60)
    expect(new Set(learner.answered()).size).toBe(60)
    expect(learner.answered()).toHaveLength(60)
    expect(learner.verbs()).toEqual(['completed', 'passed'])
    expect(learner.faults()).toEqual([])
  })

  test('edited and published anew in between: what still applies is kept', async ({ context }) => {
    const learner = await enrolled(stressBundle)
    const before = await learner.launch(context)
    const begun = await goThrough(before.page, { questions: 20 })
    await learner.leave(before)
    const { bundle, removed, added } = republished(stressBundle)
    await learner.publishAnew(bundle)
    const after = await learner.launch(context)
    const rest = await goThrough(after.page)
    expect(rest.answered.filter((id) => begun.answered.includes(id))).toEqual([])
    expect(rest.answered.filter((id) => removed.includes(id))).toEqual([])
    expect(rest.answered).toEqual(expect.arrayContaining(added))
    await learner.leave(after)
    await learner.bringTheRest(context, begun.answered.length + rest.answered.length)
    expect(learner.answered()).toEqual([...begun.answered, ...rest.answered])
    expect(learner.faults()).toEqual([])
    expect(learner.problems()).toEqual([])
  })
}
