import { objectivesOf } from '../../shared/activity/session/objectives.ts'
import { resultOf } from '../../shared/activity/session/result.ts'
import type { Session } from '../../shared/activity/session/session.ts'
import { stepOf } from '../../shared/activity/steps/index.ts'
import { mergePacked } from '../../shared/activity/suspend/merge.ts'
import { packSession } from '../../shared/activity/suspend/pack.ts'
import type { Bundle, TrackingSettings } from '../../shared/bundle/format.ts'
import { beginningOf } from './beginning.ts'
import { showInAddress, stepInAddress } from './behaviour/address.ts'
import { load, loadPictures } from './behaviour/loading.ts'
import { listenToPresses } from './behaviour/presses.ts'
import { listenForWaysThrough } from './behaviour/ways-through.ts'
import { createController } from './controller.ts'
import { beginParts } from './parts/part.ts'
import { find } from './stage/element.ts'
import { askToChoose, wordsOn } from './stage/questions.ts'
import { createStage } from './stage/stage.ts'
import { wayOnFrom } from './stage/way-on.ts'
import type { PlayerState } from './state.ts'
import './style/page.css'
import { createTracker } from './tracking/chosen.ts'
import { interactionOf } from './tracking/interaction.ts'
import type { NoticeWord } from './tracking/types.ts'

/** The learner's page: reads the module that lies in it, finds the record keeper, goes on where the learner left off. */
async function start(root: HTMLElement): Promise<void> {
  const bundle = embedded<Bundle>('morsel-bundle')
  const settings = embedded<TrackingSettings>('morsel-tracking')

  let notice: NoticeWord | null = null
  let tell = (word: NoticeWord | null) => {
    notice = word
  }
  const tracker = createTracker({
    bundle,
    settings,
    window,
    merge: (confirmed, unconfirmed) => mergePacked(bundle, confirmed, unconfirmed, settings.suspendLimit),
    onNotice: (word) => tell(word),
  })
  const { session, phase } = beginningOf(bundle, await tracker.open(), stepInAddress(bundle))
  let state: PlayerState = { session, notice, phase }

  const stage = createStage(root, bundle)
  const stepShown = () => stepOf(bundle, state.session.place.step)
  const experienced = new Set<string>()
  const record = (next: Session) =>
    tracker.record({
      packed: packSession(bundle, next, settings.suspendLimit),
      step: next.place.step,
      result: resultOf(bundle, next),
      objectives: objectivesOf(bundle, next),
    })
  // What browsers take their time for comes in a task of its own, so that no press waits for it: taking the focus lays the
  // page out, the address is another process's.
  const focus = (selector: string) =>
    setTimeout(() => find(root, selector)?.focus({ preventScroll: selector === '.heading' }))
  const nameInBrowser = (isNew: boolean) =>
    setTimeout(() => {
      const { step } = state.session.place
      showInAddress(step, isNew)
      document.title = [stepOf(bundle, step)?.title, bundle.title].filter(Boolean).join(' – ')
    })
  function arrived(isNew: boolean) {
    const { step } = state.session.place
    const at = bundle.steps.findIndex(({ id }) => id === step)
    nameInBrowser(isNew)
    if (!step) return
    if (!experienced.has(step)) tracker.experience(step)
    experienced.add(step)
    load(stage.screenOf(step))
    loadPictures(stage.screenOf(bundle.steps[at + 1]?.id ?? ''))
  }

  const {
    actions,
    tell: tellNow,
    watch,
  } = createController(bundle, state, {
    draw(next) {
      const hasEnded = next.phase !== state.phase && next.phase !== 'module'
      state = next
      stage.draw(state)
      if (hasEnded) focus('.heading')
    },
    onSession: record,
    onAnswer(question, response, seconds) {
      const words = wordsOn(root, question)
      tracker.answer(interactionOf(bundle, question, { response, seconds, words }))
    },
    onMarked: () => focus('.feedback'),
    onRefused: () => askToChoose(root),
    onLeave: () => leaveParts(),
    onArrive() {
      find(root, '.contents')?.removeAttribute('open')
      window.scrollTo(0, 0)
      focus('.heading')
      arrived(false)
    },
    onBlocked() {
      // Its description says what is waited for.
      focus('.button-next')
      if (state.phase === 'module') showInAddress(state.session.place.step, true)
    },
    async onExit() {
      const next = await tracker.exit()
      if (next) window.location.assign(next)
      else window.close()
    },
  })
  tell = tellNow
  const leaveParts = beginParts({
    root,
    stepShown,
    tellMedia: tracker.media,
    tellPlayed: watch,
    resumeAt: (step) => state.session.stoppedAt[step] ?? 0,
  })

  stage.draw(state)
  record(session)
  if (phase === 'module') arrived(true)
  listenToPresses(root, actions, {
    next() {
      if (wayOnFrom(bundle, state.session)?.word === 'tryAgain') actions.retry(state.session.place.step ?? '')
      else actions.goBy(1)
    },
    print() {
      stage.spread(true)
      const pictures = [...root.querySelectorAll('img')].map((picture) => picture.decode())
      void Promise.allSettled(pictures).then(() => window.print())
    },
  })
  listenForWaysThrough(document, { direction: bundle.direction, goBy: actions.goBy })
  // The page is the player's alone: nobody else sets these.
  window.onbeforeprint = () => stage.spread(true)
  window.onafterprint = () => stage.spread(false)
  window.onhashchange = () => {
    const step = stepInAddress(bundle)
    if (step !== undefined && step !== state.session.place.step) actions.goTo({ step, question: null })
  }
}

/** What `pageHtml` wrote into the page. */
function embedded<Value>(id: string): Value {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as Value
}

const root = document.getElementById('morsel')
if (root) void start(root)
