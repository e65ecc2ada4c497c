import { isCompleteResponse, keepKnownResponse } from '../../shared/activity/questions/index.ts'
import { isReachable } from '../../shared/activity/session/reach.ts'
import { reduceSession, type SessionAction } from '../../shared/activity/session/reduce.ts'
import { screenIndex, screensOf } from '../../shared/activity/session/screens.ts'
import { newSeed, type Place, type Session, watchedOf } from '../../shared/activity/session/session.ts'
import { questionOf } from '../../shared/activity/steps/index.ts'
import { joinParts, partsOf, watchedPercent } from '../../shared/activity/watched.ts'
import type { Bundle, BundleQuestion } from '../../shared/bundle/format.ts'
import type { PartHost } from './parts/part.ts'
import type { PlayerActions, PlayerState } from './state.ts'
import type { NoticeWord } from './tracking/types.ts'

/** What happens outside when the learner does something. */
type Effects = {
  /** Shows the state. */
  draw: (state: PlayerState) => void
  /** The session is another one now. */
  onSession: (session: Session) => void
  /** A question was checked, for the first time in this attempt; `seconds` is how long the learner looked at it. */
  onAnswer: (question: BundleQuestion, response: readonly string[], seconds: number) => void
  /** Its mark is shown. */
  onMarked: () => void
  /** Checking was asked for before there was anything to check. */
  onRefused: () => void
  /** The screen shown is about to go. */
  onLeave: () => void
  /** Another screen is there. */
  onArrive: () => void
  /** The learner asked for a screen that is not open yet. */
  onBlocked: () => void
  /** The learner leaves: ends the visit, and then goes where the record keeper says, if it does. */
  onExit: () => Promise<void>
}

export type Controller = {
  actions: PlayerActions
  tell: (notice: NoticeWord | null) => void
  watch: PartHost['tellPlayed']
}

/** Holds the player's state: every action makes the next one, shows it and reports it. */
export function createController(bundle: Bundle, state: PlayerState, effects: Effects): Controller {
  let arrivedAt = performance.now()

  function change(part: Partial<PlayerState>): void {
    state = { ...state, ...part }
    effects.draw(state)
  }
  /** After the visit has ended nothing is recorded, whatever a page that stays open is used for. */
  function dispatch(action: SessionAction): void {
    if (hasEnded()) return
    const session = reduceSession(bundle, state.session, action)
    change({ session })
    effects.onSession(session)
  }
  const hasEnded = () => state.phase === 'ending' || state.phase === 'ended'

  function arrive(place: Place): void {
    const index = screenIndex(bundle, state.session, place)
    const screen = screensOf(bundle, state.session)[index]
    if (!screen || hasEnded()) return
    if (!isReachable(bundle, state.session, index)) {
      effects.onBlocked()
      return
    }
    effects.onLeave()
    state.phase = 'module'
    dispatch({ type: 'show', place: screen })
    arrivedAt = performance.now()
    effects.onArrive()
  }
  const actions: PlayerActions = {
    goTo: arrive,
    goBy(screens) {
      const place = screensOf(bundle, state.session)[screenIndex(bundle, state.session) + screens]
      if (place && state.phase === 'module') arrive(place)
    },
    check(response) {
      const { session } = state
      const question = questionOf(bundle, session.place.question)
      if (!question || session.responses[question.id] || hasEnded()) return
      if (!isCompleteResponse(question, response)) {
        effects.onRefused()
        return
      }
      // In the author's order: the same answer is the same record, whatever order this learner saw. It is told before the
      // state that holds it: a page killed in between must not have an answer that nobody was told of.
      const kept = keepKnownResponse(question, response)
      effects.onAnswer(question, kept, (performance.now() - arrivedAt) / 1000)
      dispatch({ type: 'answer', question: question.id, response: kept })
      effects.onMarked()
    },
    retry(step) {
      dispatch({ type: 'retry', step })
      arrive(state.session.place)
    },
    goOn: () => arrive(state.session.place),
    startOver() {
      dispatch({ type: 'start-over', seed: newSeed() })
      arrive(state.session.place)
    },
    exit() {
      if (hasEnded()) return
      effects.onLeave()
      change({ phase: 'ending' })
      void effects.onExit().then(() => change({ phase: 'ended' }))
    },
    dismiss: () => change({ notice: null }),
  }
  return {
    actions,
    tell: (notice) => change({ notice }),
    watch(step, played, seconds, stoppedAt, isResting) {
      const known = watchedOf(state.session, step)
      const parts = joinParts(known, partsOf(played, seconds))
      // Where the recording is, is news where it rests.
      if (isResting || parts !== known) dispatch({ type: 'watch', step, parts, stoppedAt })
      return watchedPercent(parts) === 100
    },
  }
}
