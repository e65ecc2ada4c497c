import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { episodeStep, toneWav } from '../../../test/fixtures/podcast.ts'
import { violations } from '../../../test/harness/violations.ts'
import { PodcastView } from '../steps/podcast.tsx'
import type { MediaEvent } from '../tracking/types.ts'
import { english, PlayerFrame } from '../views.ts'
import '../style/player.css'
import { beginParts } from '../parts/part.ts'
import '../parts/podcast.ts'

const source = URL.createObjectURL(new Blob([toneWav(episodeStep.seconds)], { type: 'audio/wav' }))
const step = { ...episodeStep, source, cover: null }

type Told = { step: string; second: number; isResting: boolean }

let host: HTMLElement
let root: Root
let audio: HTMLAudioElement
let told: MediaEvent[]
let played: Told[]
let leave: () => void

/** The step as a learner meets it who was at second `resumeAt`, and has heard all of it if `hasHeardAll`. */
async function show({
  resumeAt = 0,
  hasHeardAll = false,
  language = 'en',
  direction = 'ltr',
} = {}): Promise<void> {
  told = []
  played = []
  root.render(
    <PlayerFrame
      title="Prices"
      language={language}
      direction={direction as 'ltr' | 'rtl'}
      stepCount={1}
      current={0}
      words={english}
    >
      <div className="screen">
        <h1>{step.title}</h1>
        <PodcastView step={step} words={english} language={language} isLater={false} />
      </div>
    </PlayerFrame>,
  )
  await vi.waitFor(() => expect(host.querySelector('audio')).not.toBeNull())
  audio = host.querySelector('audio') as HTMLAudioElement
  audio.muted = true
  host.querySelector('.podcast')?.classList.add('is-alive')
  leave = beginParts({
    root: host,
    stepShown: () => step,
    tellMedia: (event) => told.push(event),
    tellPlayed(id, _, __, second, isResting) {
      played.push({ step: id, second, isResting })
      return hasHeardAll
    },
    resumeAt: () => resumeAt,
  })
  audio.load()
  await vi.waitFor(() => expect(audio.readyState).toBeGreaterThan(0))
}
const button = (name: string) => page.getByRole('button', { name })
const slider = () => page.getByRole('slider', { name: english.position })
const current = (selector: string) => host.querySelector(`${selector}[aria-current]`)?.textContent
const at = (seconds: number) => vi.waitFor(() => expect(audio.currentTime).toBeCloseTo(seconds, 0))

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  leave()
  root.unmount()
  host.remove()
  vi.restoreAllMocks()
})

describe('the player of an episode', () => {
  test('plays and pauses, and says which of both its button does', async () => {
    await show()
    await button('Play').click()
    await expect.element(button('Pause')).toBeVisible()
    await vi.waitFor(() => expect(audio.currentTime).toBeGreaterThan(0))
    await button('Pause').click()
    await expect.element(button('Play')).toBeVisible()
    expect(told.map(({ type }) => type)).toEqual(['played', 'paused'])
    expect(played.filter(({ isResting }) => isResting)).toHaveLength(1)
  })

  test('goes fifteen seconds on and back, and never out of the episode', async () => {
    await show()
    await button('Forward 15 seconds').click()
    await at(15)
    await expect.element(slider()).toHaveAttribute('aria-valuetext', '15 seconds of 20 seconds')
    expect(host.querySelector('.times')?.textContent).toBe('0:15−0:05')
    await button('Forward 15 seconds').click()
    await at(20)
    await button('Back 15 seconds').click()
    await at(5)
    await button('Back 15 seconds').click()
    await at(0)
  })

  test('its slider goes by five seconds with arrows, and to both ends', async () => {
    await show()
    await slider().click()
    audio.currentTime = 0
    await at(0)
    await userEvent.keyboard('{ArrowRight}')
    await at(5)
    await userEvent.keyboard('{ArrowUp}')
    await at(10)
    await userEvent.keyboard('{ArrowLeft}')
    await at(5)
    await userEvent.keyboard('{End}')
    await at(20)
    await userEvent.keyboard('{Home}')
    await at(0)
  })

  test('while the slider is held it shows where that leads, and the episode stays where it is', async () => {
    await show()
    const seek = host.querySelector('.seek') as HTMLInputElement
    seek.value = '12'
    seek.dispatchEvent(new Event('input', { bubbles: true }))
    expect(seek.ariaValueText).toBe('12 seconds of 20 seconds')
    audio.dispatchEvent(new Event('timeupdate'))
    expect(seek.value).toBe('12')
    expect(audio.currentTime).toBe(0)
    seek.dispatchEvent(new Event('change', { bubbles: true }))
    await at(12)
    await vi.waitFor(() => expect(told).toMatchObject([{ type: 'seeked', from: 0, time: 12 }]))
    expect(played.at(-1)).toMatchObject({ second: 12, isResting: true })
  })

  test('its chapters lead to where they begin, and the one that is heard is marked and named', async () => {
    await show()
    await button('Try it today 0:15').click()
    await vi.waitFor(() => expect(current('.chapters button')).toContain('Try it today'))
    expect(audio.paused).toBe(false)
    expect(audio.currentTime).toBeGreaterThanOrEqual(15)
    expect(host.querySelector('.chapter-now')?.textContent).toBe('Try it today')
  })

  test('goes on where it was left, and tells nobody of a jump', async () => {
    await show({ resumeAt: 12 })
    await at(12)
    await vi.waitFor(() => expect(audio.seeking).toBe(false))
    await vi.waitFor(() => expect(host.querySelector('.time-played')?.textContent).toBe('0:12'))
    await button('Play').click()
    await vi.waitFor(() => expect(audio.currentTime).toBeGreaterThan(12))
    leave()
    expect(told.map(({ type }) => type)).toEqual(['played', 'paused'])
    expect(played.at(-1)).toMatchObject({ second: audio.currentTime, isResting: true })
  })

  test('at its end it is left at its beginning; who heard the rest before has completed it', async () => {
    await show({ resumeAt: 19, hasHeardAll: true })
    await at(19)
    await button('Play').click()
    await vi.waitFor(() => expect(audio.ended).toBe(true), 5000)
    await vi.waitFor(() => expect(told.map(({ type }) => type)).toEqual(['played', 'completed']))
    expect(played.filter(({ isResting }) => isResting).map(({ second }) => second)).toEqual([0])
  })

  test('a file that does not play says so, and keeps nobody', async () => {
    await show()
    audio.src = 'data:audio/wav,none'
    await expect.element(page.getByRole('alert').getByText(english.audioProblem)).toBeVisible()
    expect(played.at(-1)?.isResting).toBe(false)
  })
})

describe('the transcript', () => {
  test('leads to each sentence, marks the one that is said, and keeps it in sight without moving the page', async () => {
    await show()
    await page.getByText(english.transcript).click()
    const box = host.querySelector('.cues') as HTMLElement
    box.style.maxBlockSize = '6rem'
    const before = window.scrollY
    audio.currentTime = 17.5
    await vi.waitFor(() => expect(current('.cues a')).toBe('Then ask what they compare it with.'))
    await vi.waitFor(() => expect(box.scrollTop).toBeGreaterThan(0))
    expect(window.scrollY).toBe(before)
    await page.getByText('Which is what you wanted.').click()
    await vi.waitFor(() => expect(audio.currentTime).toBeGreaterThanOrEqual(12))
    expect(location.hash).toBe('')
    expect(audio.paused).toBe(false)
  })

  test('stays where a reader moves it', async () => {
    await show()
    await page.getByText(english.transcript).click()
    const box = host.querySelector('.cues') as HTMLElement
    box.style.maxBlockSize = '6rem'
    box.dispatchEvent(new WheelEvent('wheel', { bubbles: true }))
    audio.currentTime = 17.5
    await vi.waitFor(() => expect(current('.cues a')).toBe('Then ask what they compare it with.'))
    expect(box.scrollTop).toBe(0)
  })

  test('is one stop on the way by Tab, and up and down lead through it', async () => {
    await show()
    await page.getByText(english.transcript).click()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement?.textContent).toBe(step.cues[0]?.text)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowDown}')
    expect(document.activeElement?.textContent).toBe(step.cues[2]?.text)
    expect(host.querySelectorAll('.cues a[tabindex="0"]')).toHaveLength(1)
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(audio.currentTime).toBeGreaterThanOrEqual(5))
    await userEvent.keyboard('{ArrowUp} ')
    await vi.waitFor(() => expect(audio.currentTime).toBeLessThan(5))
    expect(audio.currentTime).toBeGreaterThanOrEqual(3)
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement?.closest('.cues') ?? null).toBeNull()
  })

  test('is open on paper, and afterwards as it was', async () => {
    await show()
    const details = host.querySelector('.spoken') as HTMLDetailsElement
    window.dispatchEvent(new Event('beforeprint'))
    expect(details.open).toBe(true)
    window.dispatchEvent(new Event('afterprint'))
    expect(details.open).toBe(false)
  })
})

test('the lock screen shows the episode and moves it, until its screen is left', async () => {
  const handlers = new Map<string, MediaSessionActionHandler | null>()
  vi.spyOn(navigator.mediaSession, 'setActionHandler').mockImplementation((action, handler) => {
    handlers.set(action, handler)
  })
  const place = vi.spyOn(navigator.mediaSession, 'setPositionState')
  const press = (action: MediaSessionAction, details = {}) => handlers.get(action)?.({ action, ...details })
  await show()
  await button('Play').click()
  await vi.waitFor(() => expect(handlers.size).toBe(7))
  expect(navigator.mediaSession.metadata).toMatchObject({
    title: step.title,
    album: 'Prices',
    artist: 'Prices',
  })
  press('pause')
  await vi.waitFor(() => expect(audio.paused).toBe(true))
  press('seekto', { seekTime: 9 })
  await at(9)
  expect(place).toHaveBeenCalledWith(expect.objectContaining({ duration: audio.duration, playbackRate: 1 }))
  press('nexttrack')
  await at(15)
  press('previoustrack')
  await at(8)
  press('seekforward', { seekOffset: 10 })
  await at(18)
  press('seekbackward', {})
  await at(3)
  leave()
  expect([...handlers.values()].every((handler) => handler === null)).toBe(true)
  expect(navigator.mediaSession.metadata).toBeNull()
})

test.each(['ltr', 'rtl'])('anybody can use it, %s, and every target is large enough', async (direction) => {
  await show({ direction, language: direction === 'rtl' ? 'ar' : 'en' })
  await page.getByText(english.transcript).click()
  audio.currentTime = 4
  await vi.waitFor(() => expect(current('.cues a')).toBeDefined())
  expect(await violations()).toEqual([])
  for (const target of host.querySelectorAll('.podcast :is(button,summary,select,input,.link)')) {
    const { width, height } = target.getBoundingClientRect()
    expect([target.className, Math.min(width, height) >= 44]).toEqual([target.className, true])
  }
})
