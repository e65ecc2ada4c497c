import { useState } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { fixtureBundle } from '../../test/fixtures/bundle.ts'
import type { BundleQuestion, QuizBundleStep } from '../../shared/bundle/format.ts'
import { episodeStep } from '../../test/fixtures/podcast.ts'
import { violations } from '../../test/harness/violations.ts'
import { english, PageView, PlayerFrame, PodcastView, QuestionView, VideoView } from './views.ts'

// As the studio's canvas shows them: drawn by React itself, beside rules of another page.
let host: HTMLElement
let root: Root
beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  root.unmount()
  host.remove()
})

const [why, watch, quiz] = fixtureBundle.steps
const [first, second] = (quiz as QuizBundleStep).questions as [BundleQuestion, BundleQuestion]

function Question({ question }: { question: BundleQuestion }) {
  const [response, setResponse] = useState<readonly string[]>([])
  const [isChecked, setChecked] = useState(false)
  return (
    <QuestionView
      question={question}
      response={response}
      isChecked={isChecked}
      words={english}
      onRespond={setResponse}
      onCheck={() => setChecked(true)}
    />
  )
}
const frame = (children: React.ReactNode) => (
  <PlayerFrame title="Module" language="en" direction="ltr" stepCount={3} current={1} words={english}>
    {children}
  </PlayerFrame>
)

test('React draws questions that can be answered', async () => {
  root.render(frame(<Question question={first} />))
  await page.getByLabelText('Offer ten percent off').click()
  await page.getByLabelText('Restate the outcome they asked for').click()
  await expect.element(page.getByLabelText('Offer ten percent off')).not.toBeChecked()
  await page.getByRole('button', { name: 'Check' }).click()
  await expect.element(page.getByText('Right: value comes first.')).toBeVisible()
})

test('a question with several answers takes several', async () => {
  root.render(frame(<Question question={second} />))
  await page.getByLabelText('Fewer seats in the first year').click()
  await page.getByLabelText('Start with one team').click()
  await page.getByRole('button', { name: 'Check' }).click()
  await expect.element(page.getByText('Yes, and widen it later.')).toBeVisible()
})

test('a video that cannot be played says so in words', async () => {
  if (watch?.kind !== 'video') throw new Error('The fixture has a video')
  root.render(frame(<VideoView step={{ ...watch, source: 'data:video/mp4,none' }} words={english} />))
  await expect.element(page.getByRole('alert').getByText(english.videoProblem)).toBeVisible()
})

test('an episode is the browser’s own player with its chapters and its words', async () => {
  root.render(
    frame(
      <PodcastView
        step={{ ...episodeStep, source: 'data:audio/wav,none' }}
        words={english}
        language="en"
        isLater
      />,
    ),
  )
  await expect.element(page.getByRole('button', { name: 'Try it today 0:15' })).toBeVisible()
  await page.getByText(english.transcript).click()
  await expect.element(page.getByRole('link', { name: 'Count to three, silently.' })).toBeVisible()
})

test('every view is accessible', async () => {
  await import('./style/player.css')
  if (why?.kind !== 'page' || watch?.kind !== 'video') throw new Error('The fixture has a page and a video')
  root.render(
    frame(
      <>
        <h1>Everything</h1>
        <PageView step={why} />
        <VideoView step={watch} words={english} isLater />
        <PodcastView step={{ ...episodeStep, cover: null }} words={english} language="en" isLater />
        <Question question={second} />
      </>,
    ),
  )
  await expect.element(page.getByRole('button', { name: 'Check' })).toBeVisible()
  expect(await violations()).toEqual([])
})

test('the player’s style touches nothing outside it', async () => {
  const outside = document.createElement('div')
  outside.innerHTML =
    '<button class="button">One</button><h1 class="heading">Two</h1><p class="content">Three</p><label class="choice">Four</label>'
  document.body.append(outside)
  const styles = () =>
    [...outside.querySelectorAll('*')].map((element) => {
      const { color, font, margin, padding, border, display, backgroundColor } = getComputedStyle(element)
      return { color, font, margin, padding, border, display, backgroundColor }
    })
  const before = styles()
  await import('./style/player.css')
  if (why?.kind !== 'page') throw new Error('The fixture has a page')
  root.render(frame(<PageView step={why} />))
  await expect.element(page.getByText('Price is what you pay. Value is what you get.')).toBeVisible()
  expect(styles()).toEqual(before)
  expect(getComputedStyle(host.querySelector('.morsel') as Element).display).toBe('flex')
  outside.remove()
})
