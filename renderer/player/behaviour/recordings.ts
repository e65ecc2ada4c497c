import type { PartHost } from '../parts/part.ts'
import type { MediaEvent } from '../tracking/types.ts'
import { fillTranscript, followTranscript, seekTo } from './transcript.ts'

type Ranges = MediaEvent['played']

/** Seconds of a recording that may be missing from what was played of all of it: browsers tell of progress four times a second. */
const nearlyAll = 0.5

/**
 * Hears what recordings on the page do (their events do not rise, but can be caught on the way down), tells of it, and
 * keeps speed and transcript beside them. Answers what pauses a recording whose screen is about to go.
 */
export function listenToRecordings({ root, stepShown, tellMedia, tellPlayed }: PartHost): () => void {
  const stepOnScreen = () => {
    const step = stepShown()
    return step?.kind === 'video' ? step : undefined
  }
  const completed = new Set<string>()
  let rate = '1'
  let time = 0
  let from: number | undefined

  function played({ played: ranges }: HTMLVideoElement): Ranges {
    return Array.from({ length: ranges.length }, (_, at) => [ranges.start(at), ranges.end(at)] as const)
  }
  function tell(type: MediaEvent['type'], media: HTMLVideoElement, more?: { from: number }): void {
    const step = stepOnScreen()
    if (!step) return
    const { id, seconds } = step
    tellMedia({ type, step: id, time: media.currentTime, seconds, played: played(media), ...more })
  }
  function note(media: HTMLVideoElement): void {
    if (!media.seeking) time = media.currentTime
    followTranscript(root, media.currentTime)
    const step = stepOnScreen()
    if (!step) return
    const seconds = media.duration || step.seconds
    const ranges = played(media)
    tellPlayed(step.id, ranges, seconds)
    // All of it, and not merely its end: https://w3id.org/xapi/video, “completed”.
    const total = ranges.reduce((sum, [start, end]) => sum + end - start, 0)
    if (total < seconds - nearlyAll || completed.has(step.id)) return
    completed.add(step.id)
    tell('completed', media)
  }
  const heard: Record<string, (media: HTMLVideoElement) => void> = {
    play: (media) => tell('played', media),
    pause(media) {
      note(media)
      if (!media.ended) tell('paused', media)
    },
    timeupdate: note,
    seeking() {
      from ??= time
    },
    seeked(media) {
      tell('seeked', media, { from: from ?? time })
      from = undefined
      note(media)
    },
    ended: note,
    error() {
      root.querySelector('.video .problem')?.removeAttribute('hidden')
      const step = stepOnScreen()
      // Nobody is kept from going on by a recording that does not play.
      if (step) tellPlayed(step.id, [[0, step.seconds]], step.seconds)
    },
    // Whatever speed was chosen once holds for the recordings after it.
    loadedmetadata: (media) => setRate(media),
  }
  function setRate(media: HTMLVideoElement): void {
    media.playbackRate = Number(rate)
    const select = root.querySelector<HTMLSelectElement>('.speed select')
    if (select) select.value = rate
  }
  const video = () => root.querySelector('video')
  for (const [type, hear] of Object.entries(heard))
    root.addEventListener(type, ({ target }) => target instanceof HTMLVideoElement && hear(target), true)
  // Cues are there once somebody wants to read them, and their file has come.
  for (const type of ['toggle', 'load', 'error'])
    root.addEventListener(type, ({ target }) => fillTranscript(root, video(), target), true)
  root.addEventListener('click', ({ target }) => seekTo(video(), target))
  root.addEventListener('change', ({ target }) => {
    const media = video()
    if (!(target instanceof HTMLSelectElement) || !media) return
    rate = target.value
    setRate(media)
  })
  return () => {
    const media = video()
    // Out of the page its own event would not be heard.
    if (media && !media.paused && !media.ended) tell('paused', media)
    media?.pause()
    time = 0
  }
}
