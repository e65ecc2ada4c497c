import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChangeEvent, History, OpenedProject } from '../../../shared/contract/project.ts'
import type { StudioClient } from '../../../shared/contract/index.ts'
import { newKey } from '../../../shared/ids.ts'
import { applyChange, type Change, isEmptyChange } from '../../../shared/model/change.ts'
import { edit as makeChange } from '../../../shared/model/edit.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { type ProjectRecord, usesOf } from '../../../shared/model/records.ts'
import type { EditFunction } from '../steps/types.ts'
import { byId, createTurns, type DocumentContext } from './context.ts'
import { createMergeRuns } from './merge-keys.ts'
import { enqueue } from './pending.ts'
import { nothingSelected, type Selection, stillThere } from './places.ts'
import { listen, loadModule } from './reading.ts'
import { saveAll, travel } from './saving.ts'
import { type DocumentState, shown } from './state.ts'

/** How long typing may wait before it is sent, in milliseconds. */
const typingDelay = 300

/** The open project: what it holds, how it is edited, what is saved. */
export type ProjectDocument = {
  state: StoreApi<DocumentState>
  edit: EditFunction
  /** Ends the current undo step of typing, and sends it. */
  closeRun: () => void
  /** Sends what waits; resolves to whether all of it is on disk. */
  flush: () => Promise<boolean>
  undo: () => Promise<ChangeEvent | null>
  redo: () => Promise<ChangeEvent | null>
  /** Takes the notice of an edit that was rolled back off the screen. */
  dismissFailure: () => void
  select: (selection: Selection) => void
  /** Brings the steps of a module here. Throws StudioError. */
  loadModule: (module: string) => Promise<void>
  /** This window's name in the changes it makes. */
  by: string
  /**
   * Makes an asset that is on disk known here. The first edit that uses it goes into the undo step `mergeKey`, which its
   * import was made with.
   */
  admit: (asset: Asset, mergeKey?: string) => void
  /** Stops listening to others. Flush first. */
  stop: () => void
}

/** A module and all that is in it, as it was read. */
export type ReadModule = { module: string; records: ProjectRecord[] }

/** The document of a project whose outline was just read, and some of its modules with it. */
export function createDocument({
  client,
  opened,
  outline,
  modules = [],
}: {
  client: StudioClient
  opened: OpenedProject
  outline: { records: ProjectRecord[]; history: History }
  modules?: readonly ReadModule[]
}): ProjectDocument {
  const records = byId([...outline.records, ...modules.flatMap((one) => one.records)])
  const state = createStore<DocumentState>(() => ({
    opened,
    stored: records,
    records,
    pending: [],
    sending: 0,
    history: outline.history,
    loaded: new Set(modules.map(({ module }) => module)),
    selection: nothingSelected,
    failure: null,
  }))
  const context: DocumentContext = {
    client,
    project: opened.project,
    by: newKey(),
    state,
    inTurn: createTurns(),
    loading: new Map(),
  }
  const runs = createMergeRuns()
  /** Assets nobody uses yet, with the undo steps they were imported in. */
  const imported = new Map<string, string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    timer = undefined
    return saveAll(context)
  }

  const edit: EditFunction = (label, recipe, { mergeKey } = {}) => {
    const change = makeChange(state.getState().records, recipe)
    if (isEmptyChange(change)) return
    const entry = { label, change, mergeKey: runs.keyFor(mergeKey ?? importUsedBy(change, imported)) }
    state.setState(({ pending, sending, records: before, selection, loaded }) => {
      const after = applyChange(before, change)
      return {
        pending: [...pending.slice(0, sending), ...enqueue(pending.slice(sending), entry)],
        records: after,
        selection: stillThere(after, selection),
        loaded: withNewModules(loaded, change),
      }
    })
    if (mergeKey === undefined) void flush()
    else timer ??= setTimeout(() => void flush(), typingDelay)
  }

  const listening = new AbortController()
  // What could not be saved while the core was away is saved when it is back.
  void listen(context, listening.signal, () => void flush())

  return {
    state,
    edit,
    flush,
    closeRun() {
      runs.close()
      if (timer !== undefined) void flush()
    },
    undo() {
      runs.close()
      return travel(context, 'undo')
    },
    redo() {
      runs.close()
      return travel(context, 'redo')
    },
    dismissFailure: () => state.setState(({ failure }) => ({ failure: failure?.isKept ? failure : null })),
    select: (selection) => state.setState(({ records: all }) => ({ selection: stillThere(all, selection) })),
    loadModule: (module) => loadModule(context, module),
    by: context.by,
    admit(asset, mergeKey) {
      if (mergeKey !== undefined) imported.set(asset.id, mergeKey)
      state.setState(({ stored, pending }) => {
        const next = { ...stored, [asset.id]: asset }
        return { stored: next, records: shown(next, pending) }
      })
    },
    stop: () => listening.abort(),
  }
}

/** The undo step of an asset that `change` is the first to use. */
function importUsedBy(change: Change, imported: Map<string, string>): string | undefined {
  if (imported.size === 0) return undefined
  const written = [...Object.values(change.added), ...Object.values(change.updated).map(([, to]) => to)]
  for (const id of written.flatMap(usesOf)) {
    const mergeKey = imported.get(id)
    imported.delete(id)
    if (mergeKey !== undefined) return mergeKey
  }
  return undefined
}

/** A module made here is here whole: there is nothing of it to load. */
function withNewModules(loaded: ReadonlySet<string>, change: Change): ReadonlySet<string> {
  const made = Object.values(change.added).filter((record) => record.type === 'module')
  return made.length === 0 ? loaded : new Set([...loaded, ...made.map((record) => record.id)])
}
