import type { Tracker, TrackerContext } from '../types.ts'

/**
 * Keeps the record in this browser. The key holds the module and the folder it lies in: two courses on one server may both
 * have a module `m1`. Where the browser keeps nothing (private window, sandbox, some on `file://`), the learner is told.
 */
export function createTracker({ bundle, window, onNotice }: TrackerContext): Tracker {
  const folder = window.location.pathname.replace(/[^/]*$/, '')
  const key = `morsel:${bundle.id}@${folder}`
  let hasFailed = false

  function failed() {
    if (!hasFailed) onNotice('notKept')
    hasFailed = true
  }
  return {
    async open() {
      try {
        return { packed: window.localStorage.getItem(key), step: null }
      } catch {
        failed()
        return { packed: null, step: null }
      }
    },
    record({ packed }) {
      try {
        window.localStorage.setItem(key, packed)
      } catch {
        failed()
      }
    },
    answer() {},
    experience() {},
    media() {},
    exit: async () => null,
  }
}
