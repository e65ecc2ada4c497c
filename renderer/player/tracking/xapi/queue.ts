import { type Client, isStored } from './client.ts'
import type { Statement } from './statement.ts'

/** A statement that no LRS has confirmed, and how often one has refused it. */
export type Entry = { statement: Statement; refusals: number }

export type Queue = {
  put: (statement: Statement) => void
  /** Whether a statement still waits. */
  holds: (id: string) => boolean
  /** Sends all that waits. False when nobody took anything: no network, no answer, no permission. */
  flush: () => Promise<boolean>
  /** Sends all that waits in one request which outlives the page. */
  leave: () => Promise<void>
}

/** Statements in a request; how often one is offered that is refused for what it is; and bytes a page may leave behind. */
const most = 40
const patience = 3
const leavingBytes = 56_000

/**
 * Statements on their way, in their order. Their ids are UUIDs, so sending one twice is safe, and 409 (there is one of this id)
 * is as good as stored. `onChange` hears of everything that waits. A closed queue only takes: nothing leaves it. `old` are
 * those of the entries that an earlier visit may have sent already.
 */
export function createQueue(
  client: Client,
  entries: readonly Entry[],
  {
    isClosed,
    old,
    onChange,
  }: { isClosed: boolean; old: readonly Entry[]; onChange: (waiting: readonly Entry[]) => void },
): Queue {
  let waiting = entries
  let running: Promise<boolean> | null = null

  function change(next: readonly Entry[]): void {
    waiting = next
    onChange(waiting)
  }
  const without = (gone: readonly Entry[]) => change(waiting.filter((entry) => !gone.includes(entry)))
  const post = (batch: readonly Entry[], isLeaving = false) =>
    client(
      'POST',
      'statements',
      {},
      batch.map(({ statement }) => statement),
      isLeaving,
    )

  async function send(): Promise<boolean> {
    const refused = new Set<Entry>()
    let size = most
    let hasTaken = false
    for (;;) {
      const batch = waiting.filter((entry) => !refused.has(entry)).slice(0, size)
      const [first] = batch
      if (!first) return hasTaken || refused.size === 0
      const { status } = await post(batch)
      if (isStored(status) || (status === 409 && batch.length === 1)) {
        hasTaken = true
        without(batch)
        // What was there already is behind us.
        if (isStored(status)) size = Math.min(most, size * 2)
      } else if (status < 400 || status >= 500 || [401, 408, 429].includes(status)) return false
      // One of them is wrong, or there already: each by itself says which.
      else if (batch.length > 1) size = 1
      else {
        refused.add(first)
        if (++first.refusals >= patience) without([first])
        else change(waiting)
      }
    }
  }
  return {
    put: (statement) => change([...waiting, { statement, refusals: 0 }]),
    holds: (id) => waiting.some(({ statement }) => statement.id === id),
    flush() {
      if (isClosed) return Promise.resolve(true)
      running ??= send().finally(() => {
        running = null
      })
      return running
    },
    async leave() {
      // The end is what must not be missing: what does not fit waits for the next visit, and so does what the LRS may have in
      // other words, which would have all of it refused.
      const fresh = waiting.filter((entry) => !old.includes(entry))
      const last = fresh.at(-1)
      if (!last || isClosed) return
      const batch: Entry[] = []
      let bytes = bytesOf(last)
      for (const entry of fresh.slice(0, -1)) {
        bytes += bytesOf(entry)
        if (bytes > leavingBytes) break
        batch.push(entry)
      }
      batch.push(last)
      if (isStored((await post(batch, true)).status)) without(batch)
    },
  }
}

function bytesOf({ statement }: Entry): number {
  return new TextEncoder().encode(JSON.stringify(statement)).length + 1
}
