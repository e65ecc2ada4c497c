import type { ChangeEvent } from '../../../shared/contract/project.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { applyChange } from '../../../shared/model/change.ts'
import { asStudioError } from '../client/errors.ts'
import { type DocumentContext, takeIn } from './context.ts'
import { canBeTriedAgain } from './failure.ts'
import { type PendingEdit, withoutDependents } from './pending.ts'
import { openAgain, readAgain } from './reading.ts'

/** Saves all that waits, one edit at a time; resolves to whether everything is on disk. */
export function saveAll(context: DocumentContext): Promise<boolean> {
  return context.inTurn(async () => {
    for (;;) {
      const [first] = context.state.getState().pending
      if (!first) return true
      if (!(await save(context, first))) return false
    }
  })
}

async function save(context: DocumentContext, entry: PendingEdit): Promise<boolean> {
  const { client, project, by, state } = context
  state.setState({ sending: 1 })
  try {
    const history = await whileOpen(context, () =>
      client.project.commit({
        project,
        by,
        label: entry.label.slice(0, 200),
        change: entry.change,
        ...(entry.mergeKey === null ? {} : { mergeKey: entry.mergeKey.slice(0, 200) }),
      }),
    )
    state.setState(({ pending, stored, failure }) => ({
      sending: 0,
      pending: pending.slice(1),
      stored: applyChange(stored, entry.change),
      history,
      failure: failure?.isKept ? null : failure,
    }))
    return true
  } catch (reason) {
    await fail(context, entry, asStudioError(reason))
    return false
  }
}

/** Runs `call`; when the core has started again since and knows nothing of the project, opens it and runs it once more. */
async function whileOpen<Result>(context: DocumentContext, call: () => Promise<Result>): Promise<Result> {
  try {
    return await call()
  } catch (reason) {
    if (asStudioError(reason).code !== 'project-not-open') throw reason
    await openAgain(context)
    return call()
  }
}

/** Keeps what can be tried again; takes back what was refused, with what was built on it, and shows what is stored. */
async function fail(context: DocumentContext, entry: PendingEdit, error: StudioError): Promise<void> {
  const { state } = context
  const isKept = canBeTriedAgain(error)
  const failure = { error, label: entry.label, isKept }
  if (isKept) {
    state.setState({ sending: 0, failure })
    return
  }
  const pending = withoutDependents(state.getState().pending.slice(1), entry.change)
  state.setState({ sending: 0, pending, failure })
  await readAgain(context)
  if (pending.length > 0) void saveAll(context)
}

/** Undoes or redoes the newest step, once everything is saved; null when there is nothing to do or it failed. */
export async function travel(
  context: DocumentContext,
  direction: 'undo' | 'redo',
): Promise<ChangeEvent | null> {
  const { client, project, by, state } = context
  if (!(await saveAll(context))) return null
  return context.inTurn(async () => {
    try {
      const event = await whileOpen(context, () => client.project[direction]({ project, by }))
      if (event) takeIn(context, event, true)
      return event
    } catch (reason) {
      const label = direction === 'undo' ? 'Undo' : 'Redo'
      state.setState({ failure: { error: asStudioError(reason), label, isKept: false } })
      return null
    }
  })
}
