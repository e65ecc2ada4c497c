import type { PreviewCall } from '../../shared/bundle/preview-messages.ts'
import type { Keeper, KeeperHooks, Known } from './keeper.ts'

/** What the core tells of its record store. */
type Told = { calls: PreviewCall[]; documents: Record<string, string>; statements: unknown[] }

/** How often the core is asked what its record store has, in milliseconds. */
const often = 400

/** A record store that the module talks to over the network: it is in the core, and asked what it has. */
export function lrsKeeper({ conditions, onCall, onChange }: KeeperHooks): Keeper {
  let known: Known = { values: {}, kept: {}, isCommitted: true, statements: [] }
  let seen = 0
  let shown = ''

  async function post(path: string, body: unknown = null): Promise<Response> {
    return fetch(`lms/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
  async function look(): Promise<void> {
    const answer = await fetch(`lms/told?after=${seen}`)
    const { calls, documents, statements } = (await answer.json()) as Told
    for (const { number: _number, at: _at, ...call } of calls) onCall(call)
    seen = calls.at(-1)?.number ?? seen
    const now = JSON.stringify([documents, statements])
    if (now === shown) return
    shown = now
    known = { values: documents, kept: documents, isCommitted: true, statements }
    onChange()
  }
  function lookAgain(): void {
    window.setTimeout(() => {
      // A preview that was closed answers no more; the page goes with it.
      look().then(lookAgain, () => {})
    }, often)
  }
  lookAgain()

  return {
    async startOver(as, step) {
      await post('start-over', { as, step })
      await look()
    },
    async visit() {
      const answer = await post('open')
      const { address } = (await answer.json()) as { address: string }
      return address
    },
    async cut() {
      await post('cut')
      await look()
    },
    async conditionsChanged() {
      await post('conditions', conditions())
    },
    known: () => known,
  }
}
