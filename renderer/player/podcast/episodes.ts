import { markReached } from '../behaviour/transcript.ts'
import { find, findAll, write } from '../stage/element.ts'
import { showPicture } from './chapter-picture.ts'
import { listenToKeys } from './keys.ts'
import { lendToSystem, placeInSystem, takeFromSystem } from './media-session.ts'
import { openForPrint } from './print.ts'
import { letRead } from './reading.ts'
import { showPlace } from './show-place.ts'

/** Brings the players of episodes to life: their buttons, their slider, and what they show. Answers what ends with a screen. */
export function listenToEpisodes(root: HTMLElement): () => void {
  /** Whether the learner holds the slider: then it shows where they would go, and the episode plays on where it is. */
  let isHeld = false

  const audioShown = () => root.querySelector('audio')
  const seekBy = (seconds: number) => {
    const audio = audioShown()
    if (audio) audio.currentTime = Math.max(0, audio.currentTime + seconds)
  }
  // Browsers refuse to play what nobody pressed, or what did not load, which is said elsewhere.
  const play = () =>
    void audioShown()
      ?.play()
      .catch(() => {})

  function draw(podcast: HTMLElement, audio: HTMLAudioElement): void {
    podcast.classList.toggle('is-playing', !audio.paused)
    const button = find(podcast, '.play')
    button?.setAttribute('aria-label', button.dataset[audio.paused ? 'play' : 'pause'] ?? '')
    const chapter = markReached(findAll(podcast, '.chapters [data-at]'), audio.currentTime)
    if (chapter) write(find(podcast, '.chapter-now'), chapter.firstElementChild?.textContent ?? '')
    showPicture(podcast, audio)
    if (!isHeld) showPlace(podcast, audio.currentTime)
    placeInSystem(audio)
  }
  const shown = ['play', 'pause', 'timeupdate', 'seeking', 'loadedmetadata', 'ratechange']
  for (const type of shown)
    root.addEventListener(
      type,
      ({ target }) => {
        const podcast = target instanceof HTMLAudioElement && target.closest<HTMLElement>('.podcast')
        if (!podcast) return
        if (type === 'play') lendToSystem(podcast, target, seekBy)
        draw(podcast, target)
      },
      true,
    )

  root.addEventListener('click', (event) => {
    const pressed =
      event.target instanceof Element && event.target.closest<HTMLElement>('.podcast :is(a,button)')
    if (!pressed) return
    if (pressed.dataset.by) seekBy(Number(pressed.dataset.by))
    else if (pressed.className === 'play' && audioShown()?.paused === false) audioShown()?.pause()
    else if (pressed.className === 'play') play()
    else if (pressed.dataset.at) {
      // A sentence is a link that without this script leads to the file.
      event.preventDefault()
      play()
    }
  })
  for (const type of ['input', 'change'])
    root.addEventListener(type, ({ target }) => {
      const podcast = target instanceof HTMLInputElement && target.closest<HTMLElement>('.podcast')
      const audio = audioShown()
      if (!podcast || !audio) return
      isHeld = type === 'input'
      showPlace(podcast, target.valueAsNumber)
      if (!isHeld) audio.currentTime = target.valueAsNumber
    })
  listenToKeys(root, seekBy)
  letRead(root)
  openForPrint(findAll(root, '.spoken') as HTMLDetailsElement[])
  return takeFromSystem
}
