import { openSteps } from '../../../shared/activity/session/reach.ts'
import { isDone } from '../../../shared/activity/session/standing.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'
import type { PlayerState } from '../state.ts'
import { find, findAll, mark, markState, say, show, write } from './element.ts'
import { wayOnFrom } from './way-on.ts'

/** What is around every screen: how far one is, the list of steps, the way back and on, the notice. */
export function drawFrame(root: HTMLElement, bundle: Bundle, { session, phase, notice }: PlayerState): void {
  const { steps } = bundle
  const at = steps.findIndex(({ id }) => id === session.place.step)
  const current = at < 0 ? steps.length : at
  const isModule = phase === 'module'
  const open = openSteps(bundle, session)

  show(find(root, '.contents'), isModule)
  find(root, '.contents-word')?.classList.toggle('unseen', at >= 0)
  show(find(root, '.step-count'), at >= 0)
  say(find(root, '.step-count'), { number: current + 1, total: steps.length })
  findAll(root, '.contents-line').forEach((line, place) => {
    const step = steps[place]
    const state = place >= open ? 'locked' : step && isDone(bundle, session, step) ? 'done' : undefined
    markState(line, state)
    mark(line, 'disabled', place >= open ? '' : undefined)
    mark(line, 'aria-current', place === current ? 'step' : undefined)
  })
  findAll(root, '.progress-part').forEach((part, place) =>
    part.classList.toggle('is-reached', place <= current),
  )
  const note = find(root, '.notice')
  show(note, notice !== null)
  if (notice) write(note && find(note, 'p'), note?.dataset[notice] ?? '')
  show(find(root, '.header [data-do=exit]'), isModule || phase === 'welcome')

  const wayOn = isModule ? wayOnFrom(bundle, session) : null
  const next = find(root, '.button-next')
  const reason = wayOn?.isOpen === false ? (find(root, wayOn.reasonAt)?.dataset.reason ?? '') : ''
  const isBlocked = reason !== '' && wayOn?.word !== 'tryAgain'
  show(find(root, '.footer [data-do=back]'), isModule && (wayOn?.index ?? 1) > 0)
  show(next, wayOn !== null)
  write(find(root, '.button-next span'), next?.dataset[wayOn?.word ?? 'next'] ?? '')
  find(root, '.button-next .icon')?.classList.toggle('unseen', wayOn?.word === 'tryAgain')
  const isQuiet = isBlocked || wayOn?.word === 'skip'
  next?.classList.toggle('button-quiet', isQuiet)
  next?.classList.toggle('button-main', !isQuiet)
  mark(next, 'aria-disabled', isBlocked ? 'true' : undefined)
  write(find(root, '.reason'), reason)
}
