import { find, findAll } from '../stage/element.ts'

/** Seconds into a chapter from which “previous” means its own beginning, as on every player. */
const justBegun = 3

const system = (): MediaSession | undefined => navigator.mediaSession

type Handlers = Partial<Record<MediaSessionAction, MediaSessionActionHandler>>

/** What is lent now, to be taken back. */
let lent: Handlers = {}

function handle(handlers: Handlers, isLent: boolean): void {
  for (const [action, handler] of Object.entries(handlers) as [
    MediaSessionAction,
    MediaSessionActionHandler,
  ][])
    try {
      system()?.setActionHandler(action, isLent ? handler : null)
    } catch {
      // An action that this browser does not know.
    }
}

/** Shows the episode on the lock screen and lets the keys of headphones and keyboards move it. */
export function lendToSystem(
  podcast: HTMLElement,
  audio: HTMLAudioElement,
  seekBy: (seconds: number) => void,
): void {
  const session = system()
  if (!session) return
  const module = find(document, '.module-title')?.textContent ?? ''
  session.metadata = new MediaMetadata({
    title: audio.getAttribute('aria-label') ?? '',
    artist: module,
    album: module,
    artwork: artworkOf(podcast),
  })
  const starts = findAll(podcast, '.chapters [data-at]').map(({ dataset }) => Number(dataset.at))
  const goTo = (time: number | undefined) => {
    if (time !== undefined) audio.currentTime = time
  }
  lent = {
    play: () => void audio.play().catch(() => {}),
    pause: () => audio.pause(),
    seekbackward: ({ seekOffset = 15 }) => seekBy(-seekOffset),
    seekforward: ({ seekOffset = 15 }) => seekBy(seekOffset),
    seekto: ({ seekTime }) => goTo(seekTime),
    ...(starts.length > 1 && {
      previoustrack: () => goTo(starts.filter((start) => start < audio.currentTime - justBegun).at(-1) ?? 0),
      nexttrack: () => goTo(starts.find((start) => start > audio.currentTime)),
    }),
  }
  handle(lent, true)
}

/** Shows the system what stands where the cover does. */
export function showInSystem(podcast: HTMLElement): void {
  const session = system()
  if (!session?.metadata) return
  const { title, artist, album } = session.metadata
  // All anew: pictures that are only taken away stay in some browsers.
  session.metadata = new MediaMetadata({ title, artist, album, artwork: artworkOf(podcast) })
}

function artworkOf(podcast: HTMLElement): MediaImage[] {
  const { src } = podcast.querySelector<HTMLImageElement>('img.cover:not([hidden])') ?? {}
  return src ? [{ src }] : []
}

/** Tells the system where the episode is. */
export function placeInSystem({ duration, playbackRate, currentTime }: HTMLAudioElement): void {
  // It refuses what is not known yet, and what is beyond the end by a breath.
  if (duration > 0 && duration < Number.POSITIVE_INFINITY)
    system()?.setPositionState?.({ duration, playbackRate, position: Math.min(currentTime, duration) })
}

/** The screen goes: its episode is none of the system's any more. */
export function takeFromSystem(): void {
  const session = system()
  handle(lent, false)
  lent = {}
  if (session) session.metadata = null
}
