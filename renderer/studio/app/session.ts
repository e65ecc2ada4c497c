import { createStore } from 'zustand/vanilla'
import type { OpenedProject } from '../../../shared/contract/project.ts'
import type { StudioClient } from '../../../shared/contract/index.ts'
import type { Progress } from '../../../shared/contract/base.ts'
import type { StudioError } from '../../../shared/errors.ts'
import { asStudioError } from '../client/errors.ts'
import { follow } from '../client/work.ts'
import { createDocument, type ProjectDocument, type ReadModule } from '../document/document.ts'
import { nothingSelected } from '../document/places.ts'
import { cancelAllJobs } from '../jobs/jobs.ts'
import { readAddress, writeAddress } from './address.ts'

/** Which project this window works on. */
export type SessionState = {
  document: ProjectDocument | null
  /** What is being opened or made, for people; null when nothing is. */
  busy: { what: string; progress: Progress | null; cancel: (() => void) | null } | null
  failure: StudioError | null
}

export type Session = ReturnType<typeof createSession>

/** Opens, makes and closes projects, one at a time. Failures end up in `failure`, never thrown. */
export function createSession(client: StudioClient) {
  const state = createStore<SessionState>(() => ({ document: null, busy: null, failure: null }))

  async function enter(what: string, opening: () => Promise<OpenedProject>, cancel: (() => void) | null) {
    if (state.getState().busy) return
    state.setState({ busy: { what, progress: null, cancel }, failure: null })
    try {
      const opened = await opening()
      const address = readAddress()
      const place = address.open === opened.path ? address.selection : nothingSelected
      const [outline, modules] = await Promise.all([
        client.project.outline({ project: opened.project }),
        readModule(client, opened.project, place.module),
      ])
      const document = createDocument({ client, opened, outline, modules })
      document.select(place)
      if (document.state.getState().selection.module === null) selectFirstModule(document)
      keepAddress(document)
      state.setState({ document, busy: null })
    } catch (reason) {
      const error = asStudioError(reason)
      state.setState({ busy: null, failure: error.code === 'cancelled' ? null : error })
    }
  }

  return {
    state,
    open: (path: string) => enter('Opening the project', () => client.project.open({ path }), null),
    create: (title: string, path?: string) =>
      enter('Making the project', () => client.project.create({ title, ...(path ? { path } : {}) }), null),
    sample: () => {
      const abort = new AbortController()
      const opening = () =>
        follow(client.project.sample({}, { signal: abort.signal }), (progress) =>
          state.setState(({ busy }) => ({ busy: busy && { ...busy, progress } })),
        )
      return enter('Building the sample project', opening, () => abort.abort())
    },
    /** Leaves the project for the start screen. Stays when something could not be saved, unless `evenUnsaved`. */
    close: async ({ evenUnsaved = false } = {}): Promise<boolean> => {
      const { document } = state.getState()
      if (!document) return true
      const isSaved = await document.flush()
      if (!isSaved && !evenUnsaved) return false
      cancelAllJobs()
      document.stop()
      state.setState({ document: null })
      writeAddress(null)
      await client.project.close({ project: document.state.getState().opened.project }).catch(() => null)
      return true
    },
    dismissFailure: () => state.setState({ failure: null }),
  }
}

/** The module the page's address names, in the same round trip as the outline. One that cannot be read says so when it is shown. */
async function readModule(
  client: StudioClient,
  project: string,
  module: string | null,
): Promise<ReadModule[]> {
  if (module === null) return []
  return client.project.module({ project, module }).then(
    ({ records }) => [{ module, records }],
    () => [],
  )
}

function selectFirstModule(document: ProjectDocument) {
  const { records } = document.state.getState()
  const project = Object.values(records).find((record) => record.type === 'project')
  const series = project?.series.map((id) => records[id]) ?? []
  const module = series.flatMap((record) => (record?.type === 'series' ? record.modules : []))[0]
  if (module !== undefined) document.select({ module, step: null })
}

/** Keeps the page's address at the place that is shown, so that a reload comes back to it. */
function keepAddress(document: ProjectDocument) {
  const write = () => {
    const { opened, selection } = document.state.getState()
    writeAddress({ open: opened.path, selection })
  }
  write()
  document.state.subscribe((now, before) => {
    if (now.selection !== before.selection) write()
  })
}
