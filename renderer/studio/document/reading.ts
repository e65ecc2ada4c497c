import { asStudioError } from '../client/errors.ts'
import { byId, type DocumentContext, takeIn } from './context.ts'
import { stillThere } from './places.ts'
import { shown } from './state.ts'

/** How long to wait before listening again when the line broke, in milliseconds. */
const listenAgainAfter = 2000

/** Brings the steps of a module here; nothing when they are here already. Throws StudioError. */
export function loadModule(context: DocumentContext, module: string): Promise<void> {
  const { loading } = context
  const known = loading.get(module)
  if (known) return known
  const started = readModule(context, module).finally(() => loading.delete(module))
  loading.set(module, started)
  return started
}

async function readModule({ client, project, state }: DocumentContext, module: string): Promise<void> {
  while (!state.getState().loaded.has(module)) {
    const before = state.getState().stored
    const fresh = await client.project.module({ project, module }).catch((reason: unknown) => {
      throw asStudioError(reason)
    })
    // What changed on disk while the answer was on its way may be missing from it.
    if (state.getState().stored !== before) continue
    state.setState(({ stored, pending, loaded }) => {
      const next = { ...stored, ...byId(fresh.records) }
      return { stored: next, records: shown(next, pending), loaded: new Set([...loaded, module]) }
    })
  }
}

/** Opens the project once more, after the core was started again. Its handle follows from its path, so it stays the same. */
export async function openAgain({ client, state }: DocumentContext): Promise<void> {
  await client.project.open({ path: state.getState().opened.path })
}

/** Reads everything that is here once more, after it turned out to be out of date; whether the core answered. */
export async function readAgain({ client, project, state }: DocumentContext): Promise<boolean> {
  const outline = await client.project.outline({ project }).catch(() => null)
  if (!outline) return false
  const here = new Set(outline.records.map((record) => record.id))
  const modules = [...state.getState().loaded].filter((module) => here.has(module))
  const contents = await Promise.all(
    modules.map((module) => client.project.module({ project, module }).catch(() => null)),
  )
  state.setState(({ pending, selection }) => {
    const stored = byId([...outline.records, ...contents.flatMap((content) => content?.records ?? [])])
    const records = shown(stored, pending)
    return {
      stored,
      records,
      history: outline.history,
      loaded: new Set(modules.filter((_, index) => contents[index] !== null)),
      selection: stillThere(records, selection),
    }
  })
  return true
}

/** Follows the changes of others until `signal` aborts or the project closes. `onBack` hears of a core that is back. */
export async function listen(
  context: DocumentContext,
  signal: AbortSignal,
  onBack: () => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await context.client.project.watch({ project: context.project }, { signal })
      for await (const event of events) if (event.by !== context.by) takeIn(context, event, false)
      return
    } catch {
      // The core went away or the machine slept; when it is back, what was missed is read again.
      await new Promise((resolve) => setTimeout(resolve, listenAgainAfter))
      if (!signal.aborted && (await context.inTurn(() => findAgain(context)))) onBack()
    }
  }
}

/** Reads the project again, opened anew where the core has forgotten it; whether it is here. */
async function findAgain(context: DocumentContext): Promise<boolean> {
  if (await readAgain(context)) return true
  const isOpen = await openAgain(context).then(
    () => true,
    () => false,
  )
  return isOpen && readAgain(context)
}
