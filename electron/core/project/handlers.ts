import { projectId } from '../../../shared/model/project.ts'
import type { ProjectAccess, Work } from '../domains.ts'
import { operations } from '../implement.ts'
import { commit, redo, undo } from './commit.ts'
import { speakingOf } from './failures.ts'
import { historyOf } from './history.ts'
import type { Projects } from './projects.ts'
import { checkProject } from './read/check.ts'
import { listProject } from './read/list.ts'
import { outlineRecords } from './read/outline.ts'
import { searchRecords } from './read/search.ts'
import type { Store } from './store.ts'

const { project } = operations

/** Fills a fresh project with the sample's modules. */
export type BuildSample = (project: ProjectAccess, signal?: AbortSignal) => Work<void>

/** The operations of `project.*`. */
export function projectHandlers({ projects, buildSample }: { projects: Projects; buildSample: BuildSample }) {
  const read = <Result>(handle: string, work: (store: Store) => Result): Result => {
    const store = projects.store(handle)
    return speakingOf(store.path, () => work(store))
  }

  return {
    create: project.create.handler(({ input }) => projects.create(input)),
    open: project.open.handler(({ input }) => projects.open(input.path)),
    close: project.close.handler(({ input }) => projects.close(input.project)),
    sample: project.sample.handler(({ input, signal }) =>
      makeSample(projects, buildSample, input.path, signal),
    ),
    recent: project.recent.handler(() => projects.recent()),
    forget: project.forget.handler(({ input }) => projects.forget(input.path)),

    outline: project.outline.handler(({ input }) =>
      read(input.project, ({ database, tail }) => ({
        records: outlineRecords(database),
        history: historyOf(tail),
      })),
    ),
    module: project.module.handler(({ input }) => ({
      records: projects.get(input.project).moduleRecords(input.module),
    })),
    list: project.list.handler(({ input }) => read(input.project, ({ database }) => listProject(database))),
    search: project.search.handler(({ input }) =>
      read(input.project, ({ database }) => searchRecords(database, input.query, input.limit)),
    ),
    check: project.check.handler(({ input }) => ({
      findings: checkProject(projects.get(input.project), input.module),
    })),

    commit: project.commit.handler(({ input }) => commit(projects.store(input.project), input)),
    undo: project.undo.handler(({ input }) => undo(projects.store(input.project), input.by)),
    redo: project.redo.handler(({ input }) => redo(projects.store(input.project), input.by)),
    watch: project.watch.handler(({ input, signal }) => projects.store(input.project).watchers.watch(signal)),
  }
}

/** The sample in a project of its own; what was made is taken away again when it fails or is cancelled. */
async function* makeSample(
  projects: Projects,
  buildSample: BuildSample,
  path: string | undefined,
  signal: AbortSignal | undefined,
) {
  const opened = projects.create(path === undefined ? { title: 'Sample' } : { title: 'Sample', path })
  let isDone = false
  try {
    const access = projects.get(opened.project)
    for await (const event of buildSample(access, signal)) if (event.type === 'progress') yield event
    isDone = true
    const { title } = access.require('project', projectId)
    yield { type: 'done' as const, result: { ...opened, title } }
  } finally {
    if (!isDone) projects.discard(opened.project)
  }
}
