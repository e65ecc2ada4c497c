import { afterEach, beforeEach, expect, it } from 'vitest'
import { killRun } from '../harness/durability/kill-run.ts'
import { temporaryProjects, type TemporaryProjects } from '../harness/projects.ts'

let here: TemporaryProjects
beforeEach(() => {
  here = temporaryProjects()
})
afterEach(() => here.dispose())

const kills = Number(process.env['MORSEL_KILLS'] ?? 200)

it(`a studio killed ${kills} times while it saves never loses an answered edit and never breaks the project`, async () => {
  const { problems, answered, recovered } = await killRun(here, { kills })
  expect(problems).toEqual([])
  expect(answered).toBeGreaterThan(kills * 5)
  expect(recovered).toBe(kills)
}, 180_000)

it('and the test can fail: a studio that answers before it has saved is caught', async () => {
  const { problems } = await killRun(here, { kills: 30, answerEarly: true })
  expect(problems.join('\n')).toMatch(/answered \d+, found \d+/)
}, 60_000)
