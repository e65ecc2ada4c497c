/** Milliseconds until a change is sent, with what changes meanwhile; then between sendings while nothing happens; then before trying again. */
const pause = 500
const interval = 45_000
const retry = 8_000

export type Schedule = {
  /** Something changed: send soon. */
  soon: () => void
  /** Sending failed: try again before the usual time. */
  later: () => void
  /** Finishes now, as if the page went; once only. */
  finish: () => void
}

/**
 * Says when to send and when to finish. Chrome lets no synchronous request through while a page goes away, and phones drop
 * hidden pages without a word: so everything is sent shortly after it changed, every 45 seconds, and when the page is
 * hidden. `finish` is called once, on pagehide at the latest. Never on unload: Moodle forbids it, and it keeps a page from being cached.
 */
export function createSchedule(
  window: Window,
  { send, finish }: { send: () => void; finish: () => void },
): Schedule {
  let waiting: number | undefined
  let isSoon = false
  let isFinished = false

  function wait(milliseconds: number) {
    if (isFinished) return
    window.clearTimeout(waiting)
    waiting = window.setTimeout(sendNow, milliseconds)
  }
  function sendNow() {
    window.clearTimeout(waiting)
    waiting = undefined
    isSoon = false
    if (!isFinished) send()
  }
  const repeating = window.setInterval(() => {
    if (window.document.visibilityState === 'visible') sendNow()
  }, interval)
  window.document.addEventListener('visibilitychange', () => {
    if (window.document.visibilityState === 'hidden') sendNow()
  })
  function finishOnce() {
    if (isFinished) return
    isFinished = true
    window.clearTimeout(waiting)
    window.clearInterval(repeating)
    finish()
  }
  window.addEventListener('pagehide', finishOnce)
  window.addEventListener('pageshow', (event) => {
    // Back from the browser's cache with a session that was finished: only a fresh start can record again.
    if (event.persisted && isFinished) window.location.reload()
  })
  return {
    soon() {
      // Not put off by what follows: whoever is quick is recorded as well.
      if (!isSoon) wait(pause)
      isSoon = true
    },
    later: () => {
      if (waiting === undefined) wait(retry)
    },
    finish: finishOnce,
  }
}
