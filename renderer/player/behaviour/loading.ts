/** Lets the recording of a screen load, now that it is shown. */
export function load(screen: HTMLElement | undefined): void {
  const media = screen?.querySelector<HTMLVideoElement>('video,audio')
  if (!media) return
  // Sound has none, and does not mind.
  media.poster = media.dataset.poster ?? ''
  media.preload = 'metadata'
}

/** Loads pictures that would wait until somebody scrolls to them. */
export function loadAtOnce(within: ParentNode | undefined): void {
  for (const image of within?.querySelectorAll('img') ?? []) image.loading = 'eager'
}

/** Asks for the pictures of a screen that is probably next, when the page has nothing better to do. No recordings. */
export function loadPictures(screen: HTMLElement | undefined): void {
  setTimeout(() => {
    loadAtOnce(screen)
    const video = screen?.querySelector('video')
    if (video?.dataset.poster) new Image().src = video.dataset.poster
  }, 1000)
}
