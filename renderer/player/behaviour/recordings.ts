import type { PodcastBundleStep, VideoBundleStep } from '../../../shared/bundle/format.ts'
import type { PartHost } from '../parts/part.ts'
import type { MediaEvent } from '../tracking/types.ts'
import { followTranscript, seekTo } from './transcript.ts'

type RecordedStep = VideoBundleStep | PodcastBundleStep
type Ranges = MediaEvent['played']

/** Seconds of a recording that may be missing from what was played of all of it: browsers tell of progress four times a second. */
const nearlyAll = 0.5

/**
 * Hears what recordings on the page do (their events do not rise, but can be caught on the way down), tells of it, lets them
 * go on where they were left, and keeps speed and transcript beside them. `tag` is the element of one kind of step. Answers
 * what pauses a recording whose screen is about to go.
 */
export function listenToRecordings(host: PartHost, tag: 'video' | 'audio'): () => void {
  const { root, stepShown, tellMedia, tellPlayed, resumeAt } = host
  // Only what is on the screen is heard.
  const stepOnScreen = stepShown as () => RecordedStep | undefined
  const completed = new Set<string>()
  let rate = 1
  let time = 0
  let from: number | undefined

  function played({ played: ranges }: HTMLMediaElement): Ranges {
    return Array.from({ length: ranges.length }, (_, at) => [ranges.start(at), ranges.end(at)] as const)
  }
  function tell(type: MediaEvent['type'], media: HTMLMediaElement, more?: { from: number }): void {
    const step = stepOnScreen()
    if (!step) return
    const { id, seconds } = step
    tellMedia({ type, step: id, time: media.currentTime, seconds, played: played(media), ...more })
  }
  function note(media: HTMLMediaElement, isResting = false): void {
    if (!media.seeking) time = media.currentTime
    followTranscript(root, media.currentTime)
    const step = stepOnScreen()
    if (!step) return
    const { id } = step
    const seconds = media.duration || step.seconds
    const ranges = played(media)
    tellPlayed(id, ranges, seconds, media.ended ? 0 : media.currentTime, isResting)
    // All of it, and not merely its end: https://w3id.org/xapi/video, “completed”.
    const total = ranges.reduce((sum, [start, end]) => sum + end - start, 0)
    if (total < seconds - nearlyAll || completed.has(id)) return
    completed.add(id)
    tell('completed', media)
  }
  function goOn(media: HTMLMediaElement): void {
    const second = media.currentTime ? 0 : resumeAt(stepOnScreen()?.id ?? '')
    if (second) media.currentTime = time = from = second
  }
  const heard = {
    loadedmetadata(media: HTMLMediaElement) {
      // Whatever speed was chosen once holds for the recordings after it.
      media.playbackRate = rate
      const select = root.querySelector<HTMLSelectElement>('.speed select')
      if (select) select.value = String(rate)
      goOn(media)
    },
    play(media: HTMLMediaElement) {
      // Its screen may have been left before it had loaded.
      goOn(media)
      tell('played', media)
    },
    pause(media: HTMLMediaElement) {
      note(media, true)
      if (!media.ended) tell('paused', media)
    },
    timeupdate: (media: HTMLMediaElement) => note(media),
    seeking() {
      from ??= time
    },
    seeked(media: HTMLMediaElement) {
      // Going on where it was left is no jump of the learner's.
      if (from !== media.currentTime) {
        tell('seeked', media, { from: from ?? time })
        note(media, media.paused)
      }
      from = undefined
    },
    error({ parentElement }: HTMLMediaElement) {
      parentElement?.querySelector('.problem')?.removeAttribute('hidden')
      const step = stepOnScreen()
      // Nobody is kept from going on by a recording that does not play.
      if (step) tellPlayed(step.id, [[0, step.seconds]], step.seconds, resumeAt(step.id), false)
    },
  }
  const mediaShown = () => root.querySelector(tag)
  for (const [type, hear] of Object.entries(heard))
    root.addEventListener(
      type,
      ({ target }) => (target as HTMLMediaElement).localName === tag && hear(target as HTMLMediaElement),
      true,
    )
  root.addEventListener('click', ({ target }) => seekTo(mediaShown(), target))
  root.addEventListener('change', ({ target }) => {
    const media = mediaShown()
    if (!(target instanceof HTMLSelectElement) || !media) return
    rate = Number(target.value)
    media.playbackRate = rate
  })
  const leave = () => {
    const media = mediaShown()
    if (media && !media.paused) {
      media.pause()
      // Its own event would come too late to be heard.
      heard.pause(media)
    }
    time = 0
  }
  // Before the record keeper hears that the page goes, and sends the last it knows.
  window.addEventListener('pagehide', leave, true)
  return leave
}
