import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { PodcastBundleStep } from '../../../shared/bundle/format.ts'
import { episodeStep, toneWav } from '../../../test/fixtures/podcast.ts'
import { violations } from '../../../test/harness/violations.ts'
import { PodcastView } from '../steps/podcast.tsx'
import { english, PlayerFrame } from '../views.ts'
import '../style/player.css'
import { beginParts } from '../parts/part.ts'
import '../parts/podcast.ts'

const source = URL.createObjectURL(new Blob([toneWav(episodeStep.seconds)], { type: 'audio/wav' }))
const svg = (color: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="${color}"/></svg>`)}`
const green = svg('green')
const pictures = [svg('red'), undefined, svg('blue')]
const chapters = episodeStep.chapters.map((chapter, at) => ({ ...chapter, picture: pictures[at] }))

let host: HTMLElement
let root: Root
let audio: HTMLAudioElement
let leave: () => void

beforeEach(() => {
  host = document.createElement('div')
  document.body.append(host)
  root = createRoot(host)
})
afterEach(() => {
  leave()
  root.unmount()
  host.remove()
})

async function show(change: Partial<PodcastBundleStep>): Promise<void> {
  const step = { ...episodeStep, source, chapters, ...change }
  root.render(
    <PlayerFrame title="Prices" language="en" direction="ltr" stepCount={1} current={0} words={english}>
      <div className="screen">
        <h1>{step.title}</h1>
        <PodcastView step={step} words={english} language="en" isLater={false} />
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
    tellMedia: () => {},
    tellPlayed: () => false,
    resumeAt: () => 0,
  })
  audio.load()
  await vi.waitFor(() => expect(audio.readyState).toBeGreaterThan(0))
}

/** What stands where the cover does: the address of a picture, or the name of what else it is. */
function shown(): string | undefined {
  const [picture, ...others] = [...host.querySelectorAll<HTMLElement>('.cover')].filter(
    ({ hidden }) => !hidden,
  )
  expect(others).toEqual([])
  return picture instanceof HTMLImageElement ? picture.src : picture?.tagName
}

/** Where it stands in the episode, whose screen may still be on its way, and how large it is. */
function place(): number[] {
  const [picture, episode] = ['.cover:not([hidden])', '.episode'].map((name) =>
    host.querySelector(name)?.getBoundingClientRect(),
  )
  if (!picture || !episode) throw new Error('There is no episode')
  return [picture.x - episode.x, picture.y - episode.y, picture.width, picture.height].map(Math.round)
}
const artwork = () => navigator.mediaSession.metadata?.artwork.map(({ src }) => src)
const button = (name: string) => page.getByRole('button', { name })

test.each([
  ['the cover', green, green],
  ['the drawing of sound', null, 'SPAN'],
])('stands where %s is while its chapter is heard, and nothing moves', async (_, cover, usual) => {
  await show({ cover })
  expect(shown()).toBe(usual)
  const before = place()
  await button('Play').click()
  await vi.waitFor(() => expect(shown()).toBe(pictures[0]))
  expect(place()).toEqual(before)
  await vi.waitFor(() => expect(artwork()).toEqual([pictures[0]]))
  audio.currentTime = 9
  await vi.waitFor(() => expect(shown()).toBe(usual))
  await vi.waitFor(() => expect(artwork()).toEqual(cover === null ? [] : [cover]))
  audio.currentTime = 16
  await vi.waitFor(() => expect(shown()).toBe(pictures[2]))
  await button('Pause').click()
  expect(shown()).toBe(pictures[2])
  const [start, , width, height] = place()
  expect([start, width, height]).toEqual([before[0], before[2], before[3]])
  expect(await violations()).toEqual([])
})

test('one that does not load leaves the cover where it is', async () => {
  const broken = chapters.map((chapter) => ({ ...chapter, picture: 'data:image/png,none' }))
  await show({ cover: green, chapters: broken })
  await button('Play').click()
  await vi.waitFor(() => expect(audio.currentTime).toBeGreaterThan(0.3))
  expect(shown()).toBe(green)
})
