import { newKey } from '../../../../shared/ids.ts'
import { type EditKind, editKinds } from './kinds.ts'

/** How long a pause ends a burst of typing, in milliseconds. */
const pause = 1000

/**
 * Sorts edits into undo steps: typing goes on in one step until it pauses, is closed (blur, the end of a composition, a new
 * paragraph) or another kind of edit comes between. Edits of other kinds are steps of their own.
 */
export function createBursts(now: () => number = () => performance.now()) {
  let burst: { kind: EditKind; key: string; lastAt: number } | null = null

  return {
    /** The step an edit goes into: the merge key it shares with the edits before it (if any), and whether it begins here. */
    next(kind: EditKind): { mergeKey: string | undefined; isNew: boolean } {
      const at = now()
      if (!editKinds[kind].isContinued) {
        burst = null
        return { mergeKey: undefined, isNew: true }
      }
      const isNew = burst?.kind !== kind || at - burst.lastAt > pause
      if (!burst || isNew) burst = { kind, key: `text:${newKey()}`, lastAt: at }
      else burst.lastAt = at
      return { mergeKey: burst.key, isNew }
    },
    close(): void {
      burst = null
    },
  }
}
