import type { Frame } from 'playwright'
import { mustPlay, questionsOf } from '../../../../shared/activity/steps/index.ts'
import type { Bundle, BundleQuestion } from '../../../../shared/bundle/format.ts'

/** Where things are in the player. */
const next = '.button-next'
const question = '.question'
const choice = '.choice-label'
const check = '.check button'
const screen = '.morsel'

/** Milliseconds that going on may take. */
const patience = 15_000
/** How much faster a recording is played than a learner would; browsers take no more. */
const haste = 16

/**
 * Plays a module in the player's own page: each question answered rightly, each recording that must be played played,
 * to the last screen. The sentence that says where it did not go on, or null.
 */
export async function playThrough(frame: Frame): Promise<string | null> {
  const words = await frame.locator('#morsel-bundle').textContent({ timeout: patience })
  const bundle = JSON.parse(words ?? 'null') as Bundle
  const forward = frame.locator(next)
  const most = bundle.steps.reduce((sum, step) => sum + 1 + questionsOf(step).length, 1)
  for (let count = 0; count <= most; count++) {
    await answer(frame, bundle)
    await playRecording(frame, bundle)
    if (!(await forward.isVisible())) return null
    const before = await frame.locator(screen).innerText()
    const where = before.split('\n').slice(0, 3).join(' · ')
    try {
      await forward.click({ timeout: patience })
      await untilChanged(frame, before)
    } catch {
      return `The module did not go on from “${where}”.`
    }
  }
  return 'The module did not come to its last screen.'
}

async function untilChanged(frame: Frame, before: string): Promise<void> {
  const end = Date.now() + patience
  while ((await frame.locator(screen).innerText()) === before) {
    if (Date.now() > end) throw new Error('The screen stays as it is.')
    await frame.waitForTimeout(20)
  }
}

async function answer(frame: Frame, bundle: Bundle): Promise<void> {
  if (!(await frame.locator(check).isVisible())) return
  const id = await frame.locator(question).getAttribute('data-question', { timeout: patience })
  const asked = bundle.steps.flatMap(questionsOf).find((one) => one.id === id)
  for (const right of asked ? rightChoices(asked) : [])
    await frame.locator(`${choice}:has([value="${right}"])`).click({ timeout: patience })
  await frame.locator(check).click({ timeout: patience })
  await frame.locator(check).waitFor({ state: 'hidden', timeout: patience })
}

/** The ids of the choices that are right. */
function rightChoices({ kind, choices }: BundleQuestion): string[] {
  const right =
    kind === 'multiple-response'
      ? choices.filter(({ credit }) => credit > 0)
      : choices.toSorted((one, other) => other.credit - one.credit).slice(0, 1)
  return right.map(({ id }) => id)
}

/** Plays the recording on the screen to its end, where any of the module's must be played. */
async function playRecording(frame: Frame, bundle: Bundle): Promise<void> {
  const longest = Math.max(
    0,
    ...bundle.steps.map((step) => ('seconds' in step && mustPlay(step) !== null ? step.seconds : 0)),
  )
  if (longest === 0) return
  // An expression: a function written as a string would be looked at and not called. The player sets a speed of its own when
  // a recording begins, and hides an episode's own element behind its buttons.
  await frame.evaluate(
    `new Promise((resolve) => {
      const recording = document.querySelector('video, audio')
      if (!recording) return resolve()
      setTimeout(resolve, ${Math.ceil((longest / haste) * 2000) + patience})
      recording.addEventListener('ended', resolve, { once: true })
      recording.muted = true
      recording.play().then(() => { recording.playbackRate = ${haste} }, resolve)
    }).then(() => {})`,
  )
}
