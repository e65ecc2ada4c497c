import { clock, timeInWords } from '../recording/times.ts'
import { find, write } from '../stage/element.ts'
import { fill } from '../words/words.ts'

/** Shows on the player that the episode is at `time` (seconds): the slider, what it says aloud, the times beside it. */
export function showPlace(podcast: HTMLElement, time: number): void {
  const seek = podcast.querySelector<HTMLInputElement>('.seek')
  if (!seek) return
  const language = podcast.closest<HTMLElement>('[lang]')?.lang ?? 'en'
  seek.value = String(time)
  seek.style.setProperty('--played', String(time / Number(seek.max)))
  const inWords = fill(seek.dataset.words ?? '', { time: timeInWords(time, language) })
  seek.setAttribute('aria-valuetext', inWords)
  write(find(podcast, '.time-played'), clock(time))
  write(find(podcast, '.time-left'), `−${clock(Number(seek.max) - Math.floor(time))}`)
}
