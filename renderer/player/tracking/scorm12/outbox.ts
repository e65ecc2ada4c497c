import { ask, type Scorm12Api } from './api.ts'
import { scoreElement, statusElement, type Value } from './values.ts'

/** How often a value that only describes (an interaction, a score's range) is offered before it is given up. */
const patience = 3

export type Outbox = {
  /** Notes what should be in the LMS; a newer value of the same element takes the older one's place. */
  put: (values: readonly Value[]) => void
  /** Offers all that waits, then commits. False when something that matters was refused or the commit failed. */
  send: () => boolean
}

/** Values on their way to the LMS. What is refused stays and is offered again; `onTaken` hears of each that was taken. */
export function createOutbox(api: Scorm12Api, onTaken: (element: string, value: string) => void): Outbox {
  const waiting = new Map<string, { value: string; refusals: number }>()
  const taken = new Map<string, string>()

  /** Whether the value is out of the way: taken, or given up because it will never be. */
  function offer(element: string, value: string, refusals: number): boolean {
    const isTaken = ask(api, () => api.LMSSetValue(element, value)) === null
    if (isTaken) {
      taken.set(element, value)
      onTaken(element, value)
      return true
    }
    return !isEssential(element) && refusals + 1 >= patience
  }
  function isHeldBack(element: string): boolean {
    // Score and status belong into one commit; but a score refused for ever must not keep the completion away.
    const score = waiting.get(scoreElement)
    return element === statusElement && score !== undefined && score.refusals < patience
  }
  return {
    put(values) {
      for (const [element, value] of values) {
        const refusals = waiting.get(element)?.refusals ?? 0
        // Anew at the end: a status that waits already must not stay in front of the score it now belongs to.
        waiting.delete(element)
        if (taken.get(element) !== value) waiting.set(element, { value, refusals })
      }
    },
    send() {
      for (const [element, entry] of waiting) {
        if (isHeldBack(element)) continue
        if (offer(element, entry.value, entry.refusals)) waiting.delete(element)
        else entry.refusals++
      }
      const isCommitted = ask(api, () => api.LMSCommit('')) === null
      return isCommitted && ![...waiting.keys()].some(isEssential)
    },
  }
}

function isEssential(element: string): boolean {
  return (
    element === 'cmi.suspend_data' ||
    (element.startsWith('cmi.core.') && !/\.(min|max|session_time|exit)$/.test(element))
  )
}
