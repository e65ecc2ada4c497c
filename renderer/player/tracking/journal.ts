/** What a record keeper has not confirmed: the newest packed session, and things said once. */
export type Unconfirmed<Item> = { packed: string | null; waiting: Item[] }

export type Journal<Item> = {
  /** What the last visit left behind. */
  left: Unconfirmed<Item>
  /** Takes the place of what was kept; nothing unconfirmed is nothing kept. */
  keep: (unconfirmed: Unconfirmed<Item>) => void
}

/**
 * Keeps in this browser what a record keeper has not confirmed yet, so that the next visit can bring it. `owner` names the
 * module, the learner and the attempt: nobody else's visit ever sees it. What was kept outlives a page that is killed the
 * moment after. Where the browser keeps nothing (sandbox, private window) there is no journal, and nothing else changes.
 */
export function openJournal<Item>(window: Window, owner: readonly string[]): Journal<Item> {
  const key = `morsel:unconfirmed:${JSON.stringify(owner)}`
  let left: Unconfirmed<Item> = { packed: null, waiting: [] }
  try {
    left = (JSON.parse(window.localStorage.getItem(key) ?? 'null') as typeof left | null) ?? left
  } catch {
    // Nothing is kept here, or something else has spoiled it.
  }
  return {
    left,
    keep(unconfirmed) {
      try {
        if (unconfirmed.packed === null && unconfirmed.waiting.length === 0)
          window.localStorage.removeItem(key)
        else window.localStorage.setItem(key, JSON.stringify(unconfirmed))
      } catch {
        // Nor will it be.
      }
    },
  }
}
