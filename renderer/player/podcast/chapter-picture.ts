import { find } from '../stage/element.ts'
import { showInSystem } from './media-session.ts'

/**
 * Shows the picture of the chapter that is heard where the cover stands, once it is loaded: nothing moves or flashes. The cover
 * stands there before the episode is begun, and wherever a chapter has none.
 */
export function showPicture(podcast: HTMLElement, { paused, currentTime }: HTMLAudioElement): void {
  const isBegun = !paused || currentTime > 0
  const wanted = (isBegun && find(podcast, '.chapters [aria-current]')?.dataset.picture) || ''
  if ((podcast.dataset.picture ?? '') === wanted) return
  podcast.dataset.picture = wanted
  const put = (image: HTMLImageElement | null) => {
    // Another chapter may have begun meanwhile.
    if (podcast.dataset.picture !== wanted) return
    find(podcast, '.chapter-picture')?.remove()
    const cover = find(podcast, '.cover')
    if (image) cover?.after(image)
    if (cover) cover.hidden = image !== null
    showInSystem(podcast)
  }
  if (wanted === '') {
    put(null)
    return
  }
  const image = new Image()
  image.className = 'cover chapter-picture'
  // As the cover: the chapter's title stands beside it.
  image.alt = ''
  image.src = wanted
  image.decode().then(
    () => put(image),
    () => put(null),
  )
}
