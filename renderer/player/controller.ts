import { isCompleteResponse } from '../../shared/activity/questions/index.ts'
import { reduceSession, type SessionAction } from '../../shared/activity/session/reduce.ts'
import { screenIndex, screensOf } from '../../shared/activity/session/screens.ts'
import type { Session } from '../../shared/activity/session/session.ts'
import { questionsOf } from '../../shared/activity/steps/index.ts'
import type { Bundle, BundleQuestion } from '../../shared/bundle/format.ts'
import { emptyDraft, type PlayerActions, type PlayerState } from './state.ts'
import type { NoticeWord } from './tracking/types.ts'

/** What happens outside when the learner does something. */
type Effects = {
  /** Draws the state; when it returns, the page shows it. */
  draw: (state: PlayerState) => void
  /** The session is another one now. */
  onSession: (session: Session) => void
  /** A question was checked, for the first time in this attempt; `seconds` is how long the learner looked at it. */
  onAnswer: (question: BundleQuestion, response: readonly string[], seconds: number) => void
  /** Another screen is there. */
  onArrive: () => void
  /** The screen's question is marked. */
  onMarked: () => void
}

export type Controller = { actions: PlayerActions; tell: (notice: NoticeWord | null) => void }

/** Holds the player's state: every action makes the next one, draws it and reports it. */
export function createController(
  bundle: Bundle,
  state: PlayerState,
  { draw, onSession, onAnswer, onArrive, onMarked }: Effects,
): Controller {
  let arrivedAt = performance.now()

  function change(part: Partial<PlayerState>): void {
    state = { ...state, ...part }
    draw(state)
  }
  function dispatch(action: SessionAction): void {
    const session = reduceSession(bundle, state.session, action)
    change({ session, draft: emptyDraft })
    onSession(session)
  }
  function arrive(action: SessionAction): void {
    dispatch(action)
    arrivedAt = performance.now()
    onArrive()
  }
  const actions: PlayerActions = {
    goTo: (place) => arrive({ type: 'show', place }),
    goBy(screens) {
      const place = screensOf(bundle, state.session)[screenIndex(bundle, state.session) + screens]
      if (place) arrive({ type: 'show', place })
    },
    respond: (response) => change({ draft: { response, isRefused: false } }),
    check() {
      const { session, draft } = state
      const question = bundle.steps.flatMap(questionsOf).find(({ id }) => id === session.place.question)
      if (!question || session.responses[question.id]) return
      if (!isCompleteResponse(question, draft.response)) {
        change({ draft: { ...draft, isRefused: true } })
        return
      }
      dispatch({ type: 'answer', question: question.id, response: draft.response })
      onAnswer(question, draft.response, (performance.now() - arrivedAt) / 1000)
      onMarked()
    },
    retry(step) {
      dispatch({ type: 'retry', step })
      const place = screensOf(bundle, state.session)[screenIndex(bundle, state.session)]
      if (place) arrive({ type: 'show', place })
    },
    dismissNotice: () => change({ notice: null }),
  }
  return { actions, tell: (notice) => change({ notice }) }
}
