/** How long a pause ends a run of edits, in milliseconds. */
const pause = 1000

/**
 * Turns the merge key of an edit into the key of one run of edits: typing that pauses for a second, or is interrupted
 * (`close`: blur, the end of a composition, another edit), starts a new undo step. Keys that begin with `drag:` or
 * `import:` are new each time and stay as they are, however long the pointer rests or the file takes.
 */
export function createMergeRuns(now: () => number = () => Date.now()) {
  let key: string | null = null
  let lastAt = 0
  let run = 0

  return {
    keyFor(mergeKey: string | undefined): string | null {
      const isSameRun = mergeKey !== undefined && mergeKey === key && now() - lastAt <= pause
      if (!isSameRun) run += 1
      key = mergeKey ?? null
      lastAt = now()
      if (mergeKey === undefined) return null
      return isOfItsOwn(mergeKey) ? mergeKey : `${mergeKey}#${run}`
    },
    close(): void {
      key = null
    },
  }
}

function isOfItsOwn(mergeKey: string): boolean {
  return /^(drag|import):/.test(mergeKey)
}
