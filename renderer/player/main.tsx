import { hydrate, render, type VNode } from 'preact'
import { resultOf } from '../../shared/activity/session/result.ts'
import { newSeed } from '../../shared/activity/session/session.ts'
import { questionsOf } from '../../shared/activity/steps/index.ts'
import { packSession } from '../../shared/activity/suspend/pack.ts'
import type { Bundle } from '../../shared/bundle/format.ts'
import { listenForWaysThrough } from './behaviour/ways-through.ts'
import { createController } from './controller.ts'
import { firstSession } from './first-session.ts'
import { Player } from './Player.tsx'
import { restoreSession } from './restore-session.ts'
import { emptyDraft, type PlayerState } from './state.ts'
import './style/player.css'
import { createTracker } from './tracking/index.ts'
import { interactionOf } from './tracking/interaction.ts'
import type { NoticeWord } from './tracking/types.ts'
import type { Words } from './words/words.ts'

/** The learner's page: reads the module that lies in it, finds the record keeper, goes on where the learner left off. */
async function start(root: HTMLElement): Promise<void> {
  const bundle = embedded<Bundle>('morsel-bundle')
  const words = embedded<Words>('morsel-words')

  let notice: NoticeWord | null = null
  let tell = (word: NoticeWord | null) => {
    notice = word
  }
  const tracker = createTracker(document.documentElement.dataset.tracking, {
    module: bundle.id,
    window,
    onNotice: (word) => tell(word),
  })
  const restored = restoreSession(bundle, await tracker.open())
  const session = restored ?? firstSession(bundle, newSeed())

  // React's types describe the element; preact makes it.
  const player = (state: PlayerState) =>
    (<Player bundle={bundle} words={words} state={state} actions={controller.actions} />) as unknown as VNode
  const record = (state: typeof session) =>
    tracker.record({
      packed: packSession(bundle, state),
      step: state.place.step,
      result: resultOf(bundle, state),
    })
  const focus = (selector: string) =>
    root.querySelector<HTMLElement>(selector)?.focus({ preventScroll: selector === '.heading' })

  const state = { session, draft: emptyDraft, notice }
  const controller = createController(bundle, state, {
    draw: (next) => render(player(next), root),
    onSession: record,
    onAnswer: (question, response, seconds) => tracker.answer(interactionOf(question, response, seconds)),
    onArrive() {
      window.scrollTo(0, 0)
      focus('.heading')
    },
    onMarked: () => focus('.feedback'),
  })
  tell = controller.tell

  // What was drawn before is a new learner's first screen; questions may stand in another order for this one.
  const isAsDrawn = !restored && !notice && bundle.steps[0] && questionsOf(bundle.steps[0]).length === 0
  const show = isAsDrawn ? hydrate : render
  show(player(state), root)
  record(session)
  listenForWaysThrough(document, { direction: bundle.direction, goBy: controller.actions.goBy })
}

/** What `pageHtml` wrote into the page. */
function embedded<Value>(id: string): Value {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as Value
}

const root = document.getElementById('morsel')
if (root) void start(root)
