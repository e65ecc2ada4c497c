import { isPreviewCommand, type PreviewMessage } from '../../shared/bundle/preview-messages.ts'
import { type Scorm12Api, strictScorm12 } from '../../shared/lms/strict-scorm12.ts'
import { type Kept, memoryLms } from './memory-lms.ts'
import './preview.css'
import { problemOf } from './problem.ts'

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- only an interface adds to the one there is
  interface Window {
    /** Where SCORM 1.2 content looks for its LMS. */
    API?: Scorm12Api
  }
}

/** Stands in for the LMS: frames the module, lends it a strict SCORM 1.2 run-time, and tells the studio what it records. */
const kept: Kept = {}
const problems = new Set<string>()
const frame = document.createElement('iframe')
frame.title = 'The module'
frame.allow = 'autoplay; fullscreen'

let isCommitted = true
let isTold = true

/** Tells the studio once for all that happens in one go. */
function tell(): void {
  if (!isTold) return
  isTold = false
  queueMicrotask(() => {
    isTold = true
    const message: PreviewMessage = {
      source: 'morsel-preview',
      type: 'recorded',
      values: { ...kept },
      isCommitted,
      problems: [...problems],
    }
    // Any origin: this page's frame-ancestors lets nobody but the studio frame it, and what it tells is no secret.
    if (window.parent !== window) window.parent.postMessage(message, '*')
  })
}

function launch(): void {
  const inner = memoryLms(kept, (committed) => {
    isCommitted = committed
    tell()
  })
  window.API = strictScorm12(inner, (call) => {
    const problem = problemOf(call)
    if (problem) problems.add(problem)
    if (problem) tell()
  })
  // The old page is told to go by its frame's new address: it says goodbye to its own run-time first.
  frame.src = 'index.html'
  if (!frame.isConnected) document.body.append(frame)
}

function startOver(): void {
  for (const element of Object.keys(kept)) delete kept[element]
  problems.clear()
  isCommitted = true
  const step = new URLSearchParams(window.location.search).get('step')
  // A place without a state: the player goes to the step and begins there.
  if (step) kept['cmi.core.lesson_location'] = step
}

/** Has the module leave as when its window is closed, then does `next` and opens it again. */
function leaveThen(next: () => void): void {
  frame.addEventListener(
    'load',
    () => {
      next()
      launch()
    },
    { once: true },
  )
  frame.src = 'about:blank'
}

window.addEventListener('message', (event) => {
  if (event.source !== window.parent || !isPreviewCommand(event.data)) return
  leaveThen(event.data.type === 'start-over' ? startOver : () => {})
})

startOver()
launch()
