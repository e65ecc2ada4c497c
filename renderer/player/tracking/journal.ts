/** What a record keeper has not confirmed: the newest packed session, and things said once. */
export type Unconfirmed<Item> = { packed: string | null; waiting: Item[] }

export type Journal<Item> = {
  /** What the last visit left behind. */
  left: Unconfirmed<Item>
  /** Takes the place of what was kept; nothing unconfirmed is nothing kept. */
  keep: (unconfirmed: Unconfirmed<Item>) => void
}

const store = 'unconfirmed'

/** Milliseconds to wait for a database: some browsers never answer, a busy phone answers late. */
const patience = 3000

/**
 * Keeps in this browser what a record keeper has not confirmed yet, so that the next visit can bring it. `owner` names the
 * module, the learner and the attempt: nobody else's visit ever sees it. Where the browser keeps nothing (sandbox, private
 * window) there is no journal, and nothing else changes.
 */
export async function openJournal<Item>(window: Window, owner: readonly string[]): Promise<Journal<Item>> {
  const key = JSON.stringify(owner)
  const nothing: Unconfirmed<Item> = { packed: null, waiting: [] }
  const database = await answerOf<IDBDatabase>(window, () => {
    const opening = window.indexedDB.open('morsel', 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(store)
    return opening
  })
  const left = database
    ? await answerOf<Unconfirmed<Item>>(window, () => database.transaction(store).objectStore(store).get(key))
    : null
  let isEmpty = !left
  return {
    left: left ?? nothing,
    keep(unconfirmed) {
      const isNothing = unconfirmed.packed === null && unconfirmed.waiting.length === 0
      if (isNothing && isEmpty) return
      isEmpty = isNothing
      try {
        const change = database?.transaction(store, 'readwrite')
        const entries = change?.objectStore(store)
        if (isNothing) entries?.delete(key)
        else entries?.put(unconfirmed, key)
        // Said now, it outlives a page that is killed the moment after.
        change?.commit()
      } catch {
        // The browser took the database away again.
      }
    },
  }
}

/** What the browser's database answers; null when it refuses, fails, has nothing or takes too long. */
function answerOf<Answer>(window: Window, ask: () => IDBRequest<Answer>): Promise<Answer | null> {
  return new Promise((resolve) => {
    window.setTimeout(() => resolve(null), patience)
    try {
      const request = ask()
      request.onsuccess = () => resolve(request.result ?? null)
      request.onerror = () => resolve(null)
    } catch {
      resolve(null)
    }
  })
}
