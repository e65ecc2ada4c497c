import type { ScormApi } from './api.ts'
import type { Value } from './edition.ts'

/** How often an LMS that takes other things is offered a value it refuses. */
const patience = 3

/** What must reach the LMS; everything else (interactions, a score's range, the time) only describes it. */
const essential = /^cmi\.(suspend_data|(core\.)?(\w*location|\w+_status|score\.(raw|scaled)))$/

export const isEssential = (element: string) => essential.test(element)

export type Outbox = {
  /** Notes what should be in the LMS; a newer value of the same element takes the older one's place. */
  put: (values: readonly Value[]) => void
  /** Offers all that waits, then commits. Answers what still waits, or null when the commit failed: then all of it does. */
  send: () => string[] | null
}

/** Values on their way to the LMS. What is refused stays and is offered again; `onTaken` hears of each that was taken. */
export function createOutbox(
  { ask }: Pick<ScormApi, 'ask'>,
  onTaken: (element: string, value: string) => void,
): Outbox {
  const waiting = new Map<string, { value: string; refusals: number }>()
  const taken = new Map<string, string>()

  function isHeldBack(element: string): boolean {
    // Score and status belong into one commit; but a score refused for ever must not keep the completion away.
    return (
      /^cmi\.(core\.)?\w+_status$/.test(element) &&
      [...waiting].some(
        ([other, { refusals }]) => /score/.test(other) && isEssential(other) && refusals < patience,
      )
    )
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
      const refused = new Set<string>()
      for (const [element, { value }] of waiting) {
        if (isHeldBack(element)) continue
        if (ask('SetValue', element, value) === null) {
          waiting.delete(element)
          taken.set(element, value)
          onTaken(element, value)
        } else refused.add(element)
      }
      if (ask('Commit', '') !== null) return null
      // Only an LMS that is there and keeps things has refused these for what they are.
      for (const element of refused) {
        const entry = waiting.get(element)
        if (entry && ++entry.refusals >= patience && !isEssential(element)) waiting.delete(element)
      }
      return [...waiting.keys()]
    },
  }
}
