import { applyChange, type Change, invert, isEmptyChange, squash } from '../../shared/model/change.ts'
import { type Draft, edit as makeChange } from '../../shared/model/edit.ts'
import type { ProjectRecord, RecordMap } from '../../shared/model/records.ts'

type Step = { label: string; change: Change; mergeKey: string | undefined }

/** A project in memory with the one undo stack, as the store keeps it: for tests of what edits records. */
export function createMemoryProject(records: readonly ProjectRecord[]) {
  let current: RecordMap = Object.fromEntries(records.map((record) => [record.id, record]))
  let done: Step[] = []
  let undone: Step[] = []
  const listeners = new Set<() => void>()
  const show = (next: RecordMap) => {
    current = next
    for (const listener of listeners) listener()
  }

  return {
    records: () => current,
    /** Labels of what undo would take back, oldest first. */
    labels: () => done.map(({ label }) => label),
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    edit(label: string, recipe: (draft: Draft) => void, { mergeKey }: { mergeKey?: string } = {}) {
      const change = makeChange(current, recipe)
      if (isEmptyChange(change)) return
      const last = done.at(-1)
      undone = []
      if (last && mergeKey !== undefined && last.mergeKey === mergeKey)
        done = [...done.slice(0, -1), { ...last, change: squash([last.change, change]) }]
      else done = [...done, { label, change, mergeKey }]
      show(applyChange(current, change))
    },
    /** As another window would: not in this stack. Values are copies, as they are after a journey over the wire. */
    fromElsewhere(recipe: (draft: Draft) => void) {
      show(structuredClone(applyChange(current, makeChange(current, recipe))))
    },
    undo: () => {
      const step = done.at(-1)
      if (!step) return
      done = done.slice(0, -1)
      undone = [...undone, step]
      show(applyChange(current, structuredClone(invert(step.change))))
    },
    redo: () => {
      const step = undone.at(-1)
      if (!step) return
      undone = undone.slice(0, -1)
      done = [...done, step]
      show(applyChange(current, structuredClone(step.change)))
    },
  }
}
export type MemoryProject = ReturnType<typeof createMemoryProject>
