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

/** Statements in a request, and how often one is offered that is refused for what it is. */
const most = 40
const patience = 3

/** Bytes of a request, and of the last one: browsers let a page leave 64 KiB behind, and both may be under way then. */
const bytes = 24_000
const lastBytes = 32_000

/**
 * Statements on their way, in their order. Their ids are UUIDs, so sending one twice is safe, and 409 (there is one of this id)
 * is as good as stored. `onChange` hears of everything that waits. A closed queue only takes: nothing leaves it.
 */
export function createQueue(
  client: Client,
  entries: readonly Entry[],
  { isClosed, onChange }: { isClosed: boolean; onChange: (waiting: readonly Entry[]) => void },
): Queue {
  let waiting = entries
  let running: Promise<boolean> | null = null
  /** What is under way: it outlives the page, and offered twice at once it would have all that is beside it refused. */
  let flying: readonly Entry[] = []

  function change(next: readonly Entry[]): void {
    waiting = next
    onChange(waiting)
  }
  const without = (gone: readonly Entry[]) => change(waiting.filter((entry) => !gone.includes(entry)))
  const post = (batch: readonly Entry[], outlives: boolean) =>
    client(
      'POST',
      'statements',
      {},
      batch.map(({ statement }) => statement),
      outlives,
    )

  async function send(): Promise<boolean> {
    const refused = new Set<Entry>()
    let size = most
    let hasTaken = false
    for (;;) {
      const next = waiting.filter((entry) => !refused.has(entry)).slice(0, size)
      const [first] = next
      if (!first) return hasTaken || refused.size === 0
      const small = within(next, bytes)
      const batch = small.length > 0 ? small : [first]
      flying = batch
      const { status } = await post(batch, batch === small)
      flying = []
      if (isStored(status) || (status === 409 && batch.length === 1)) {
        hasTaken = true
        without(batch)
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
      // The end is what must not be missing; what does not fit waits for the next visit.
      const free = waiting.filter((entry) => !flying.includes(entry))
      const last = free.at(-1)
      if (!last || isClosed) return
      const batch = [...within(free.slice(0, -1), lastBytes - bytesOf(last)), last]
      if (isStored((await post(batch, true)).status)) without(batch)
    },
  }
}

/** As many of the first as fit into so many bytes. */
function within(entries: readonly Entry[], room: number): readonly Entry[] {
  const end = entries.findIndex((entry) => (room -= bytesOf(entry)) < 0)
  return end < 0 ? entries : entries.slice(0, end)
}

function bytesOf({ statement }: Entry): number {
  return new TextEncoder().encode(JSON.stringify(statement)).length + 1
}
