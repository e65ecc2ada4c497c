import { screenIndex, screensOf } from '../../../shared/activity/session/screens.ts'
import { isAsking, mustPlay, stepOf } from '../../../shared/activity/steps/index.ts'
import { watchedOf } from '../../../shared/activity/session/session.ts'
import { watchedPercent } from '../../../shared/activity/watched.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'
import { results } from '../behaviour/address.ts'
import { loadAtOnce } from '../behaviour/loading.ts'
import { percentInWords } from '../results/percent.ts'
import type { PlayerState } from '../state.ts'
import { find, findAll, mark, say, show } from './element.ts'
import { drawFrame } from './frame.ts'
import { drawQuestions } from './questions.ts'
import { drawResults } from './results.ts'

export type Stage = {
  draw: (state: PlayerState) => void
  /** Puts all screens on the page, for paper, or again only the one that is shown. */
  spread: (isSpread: boolean) => void
  /** The screen of a step, shown or not. */
  screenOf: (step: string) => HTMLElement | undefined
}

/**
 * Shows what holds on the page as it was written: the screens that are not shown are taken out of it, so that nothing in
 * them can be reached or loads, and are put back when their turn comes, just as they were left.
 */
export function createStage(root: HTMLElement, bundle: Bundle): Stage {
  const screens = new Map(findAll(root, '.screen').map((screen) => [screen.dataset.step ?? '', screen]))
  const questions = new Map(
    findAll(root, '.question').map((question) => [question.dataset.question ?? '', question]),
  )
  const column = find(root, '.main .column')
  let shown = ''

  function put(name: string, place: string): void {
    const screen = screens.get(name)
    if (!screen || shown === place) return
    // The one that is there already stays, and with it the learner's finger or focus.
    if (shown !== '' || screen.hidden) column?.append(screen)
    for (const other of screens.values()) {
      if (other !== screen) other.remove()
      other.hidden = false
    }
    shown = place
  }
  return {
    draw(state) {
      const { session, phase } = state
      const index = screenIndex(bundle, session)
      const place = screensOf(bundle, session)[index]
      const step = stepOf(bundle, place?.step)
      const name = phase === 'module' ? (step?.id ?? results) : phase === 'ending' ? 'ended' : phase
      put(name, `${name}/${place?.question}`)
      const screen = screens.get(name)
      drawFrame(root, bundle, state)
      if (!screen) return
      if (phase === 'welcome') {
        const line = findAll(root, '.contents-title')[step ? bundle.steps.indexOf(step) : bundle.steps.length]
        say(find(screen, '.detail'), { title: line?.textContent ?? '' })
      } else if (phase === 'ended') {
        say(find(screen, '.heading'), {}, 'ended')
        show(find(screen, '.recorded'), state.notice === null)
      } else if (phase === 'module') {
        if (!step) drawResults(screen, bundle, session)
        else if (isAsking(step)) drawQuestions(screen, questions, step, session, place?.question ?? null)
        else drawWatched(screen, watchedPercent(watchedOf(session, step.id)), mustPlay(step), bundle.language)
      }
    },
    spread(isSpread) {
      if (isSpread) column?.append(...screens.values())
      else
        for (const screen of screens.values())
          if (screen.dataset.step !== shown.split('/')[0]) screen.remove()
      // Pictures that wait to be scrolled to would be missing on paper.
      loadAtOnce(root)
    },
    screenOf: (step) => screens.get(step),
  }
}

function drawWatched(screen: HTMLElement, percent: number, needed: number | null, language: string): void {
  if (needed === null) return
  const isEnough = percent >= needed
  mark(find(screen, '.watched'), 'data-state', isEnough ? 'done' : undefined)
  const inWords = (value: number) => percentInWords(value, needed, language)
  say(
    find(screen, '.watched span'),
    { percent: inWords(percent), needed: inWords(needed) },
    isEnough ? 'done' : 'words',
  )
}
