import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { applyChange, type Change, isEmptyChange } from '../../../shared/model/change.ts'
import type { ProjectRecord, RecordMap } from '../../../shared/model/records.ts'
import { anyDeed, changeBy, type Deed } from '../../../test/harness/arbitrary.ts'
import { temporaryProjects, type TemporaryProjects } from '../../../test/harness/projects.ts'
import { problemsOf, storedRecords } from '../../../test/harness/stored.ts'
import { commit, redo, undo } from './commit.ts'
import { historyOf } from './history.ts'
import type { Store } from './store.ts'

let here: TemporaryProjects
beforeAll(() => {
  here = temporaryProjects()
})
afterAll(() => here.dispose())

type Move = { do: 'edit'; deed: Deed; mergeKey: string | undefined } | { do: 'undo' | 'redo' | 'reopen' }
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      deed: anyDeed,
      mergeKey: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
)

/** What the store should be: a list of states, and a place in it. */
class Model {
  past: RecordMap[] = []
  future: RecordMap[] = []
  /** The merge key of the edit just made; undo, redo and reopening forget it. */
  lastKey: string | undefined
  now: RecordMap
  constructor(now: RecordMap) {
    this.now = now
  }
  edit(change: Change, mergeKey: string | undefined) {
    if (isEmptyChange(change)) return
    if (mergeKey === undefined || mergeKey !== this.lastKey) this.past.push(this.now)
    this.now = applyChange(this.now, change)
    this.future = []
    this.lastKey = mergeKey
  }
  undo() {
    const before = this.past.pop()
    if (!before) return
    this.future.push(this.now)
    this.now = before
    this.lastKey = undefined
  }
  redo() {
    const after = this.future.pop()
    if (!after) return
    this.past.push(this.now)
    this.now = after
    this.lastKey = undefined
  }
}

it('any sequence of edits, undos, redos and restarts leaves what a list of states would', () => {
  fc.assert(
    fc.property(fc.array(anyMove, { maxLength: 50 }), (moves) => {
      const { project, path } = here.projects.create({ title: 'Any' })
      let store = here.projects.store(project)
      const model = new Model(storedRecords(store.database))
      for (const move of moves) {
        if (move.do === 'edit') {
          const change = changeBy(move.deed, model.now)
          commit(store, { label: move.deed.kind, change, mergeKey: move.mergeKey })
          model.edit(change, move.mergeKey)
        } else if (move.do === 'reopen') {
          here.projects.close(project)
          here.projects.open(path)
          store = here.projects.store(project)
          model.lastKey = undefined
        } else if (move.do === 'undo') {
          undo(store)
          model.undo()
        } else {
          redo(store)
          model.redo()
        }
        expectSame(store, model)
      }
      expect(problemsOf(store.database)).toEqual([])
      here.projects.discard(project)
    }),
    { numRuns: 40 },
  )
})

function expectSame(store: Store, model: Model) {
  expect(storedRecords(store.database)).toEqual(model.now as Record<string, ProjectRecord>)
  const { undo, redo } = historyOf(store.tail)
  expect([undo !== null, redo !== null]).toEqual([model.past.length > 0, model.future.length > 0])
}
