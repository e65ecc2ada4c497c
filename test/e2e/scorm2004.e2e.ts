import { expect, test } from '@playwright/test'
import { fixtureBundle } from '../fixtures/bundle.ts'
import { startLmsWith } from '../harness/lms/server.ts'
import { answer, goOn, learnerAt } from './support/lms.ts'
import { moduleFiles } from './support/module-site.ts'
import { scormVisits } from './support/scorm-visits.ts'

test.describe.configure({ timeout: 300_000 })

test('a learner’s answers, score and both statuses are recorded, and nothing is refused', async ({
  context,
}) => {
  const lms = await startLmsWith(await moduleFiles(fixtureBundle, 'scorm2004'), 'scorm2004')
  const learner = learnerAt(lms, context)
  const { page, module } = await learner.launch()
  await goOn(module)
  await goOn(module)
  await answer(module, 'Restate the outcome they asked for')
  await goOn(module)
  await answer(module, 'Start with one team')
  await goOn(module, 'Finish')
  await page.goto('about:blank')
  const committed = await learner.committed()
  expect(committed).toMatchObject({
    'cmi.completion_status': 'completed',
    'cmi.success_status': 'failed',
    'cmi.score.scaled': '0.6667',
    'cmi.score.raw': '66.67',
    'cmi.score.min': '0',
    'cmi.score.max': '100',
    'cmi.progress_measure': '1',
    'cmi.exit': 'suspend',
    'cmi.interactions.0.id': 'price.check.q1',
    'cmi.interactions.0.type': 'choice',
    'cmi.interactions.0.learner_response': 'a',
    'cmi.interactions.0.result': 'correct',
    'cmi.interactions.1.correct_responses.0.pattern': 'a[,]b',
    'cmi.interactions.1.result': 'incorrect',
  })
  expect(committed['cmi.interactions.1.description']).toBe(
    'Which of these make the scope smaller without a discount?',
  )
  const calls = await learner.calls()
  expect(calls.filter(({ method }) => method === ('Terminate' as string))).toHaveLength(1)
  expect(calls.filter(({ error, method }) => error !== '0' && method !== ('GetValue' as string))).toEqual([])
  expect(learner.problems).toEqual([])
  await lms.close()
})

for (const mode of ['review', 'browse'])
  test(`in ${mode} mode nothing is written`, async ({ context }) => {
    const lms = await startLmsWith(await moduleFiles(fixtureBundle, 'scorm2004'), 'scorm2004')
    const learner = learnerAt(lms, context)
    const { page, module } = await learner.launch(`?mode=${mode}`)
    await expect(module.getByText(/nothing you do now is recorded/)).toBeVisible()
    await goOn(module)
    await page.goto('about:blank')
    const methods = (await learner.calls()).map(({ method }) => String(method))
    expect(methods).not.toContain('SetValue')
    expect(methods.at(-1)).toBe('Terminate')
    expect(learner.problems).toEqual([])
    await lms.close()
  })

scormVisits('scorm2004')
