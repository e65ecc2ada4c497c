import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OpenedProject } from '../../../shared/contract/project.ts'
import { StudioError } from '../../../shared/errors.ts'
import { migrations as allMigrations } from '../../../shared/model/migrations/index.ts'
import { projectId } from '../../../shared/model/project.ts'
import type { ProjectAccess } from '../domains.ts'
import type { Ports } from '../ports.ts'
import { accessTo } from './access.ts'
import { createFolder } from './create.ts'
import { freeFolder, handleOf, identityOf } from './folder.ts'
import { closeStore, openStore, realFolder } from './open.ts'
import { createRecent, type RecentProject } from './recent.ts'
import type { Store } from './store.ts'

/** What the project domain needs of the ports. */
export type ProjectPorts = Pick<Ports, 'now' | 'log' | 'version'> & {
  paths: Pick<Ports['paths'], 'home' | 'projects'>
}

/** All open projects. Every call is synchronous, so edits of one project queue by themselves, one at a time. */
export type Projects = {
  /** Makes a folder at `path` (default: named after the title, among the projects) and opens it. */
  create: (project: { title: string; path?: string }) => OpenedProject
  /** Opens a folder; one that is open already keeps its handle. */
  open: (path: string) => OpenedProject
  close: (handle: string) => void
  /** Closes a project and deletes its folder: for work that made one and then failed. */
  discard: (handle: string) => void
  /** The open project, or `project-not-open`. */
  get: (handle: string) => ProjectAccess
  /** The same, for this domain's own operations. */
  store: (handle: string) => Store
  recent: () => RecentProject[]
  forget: (path: string) => void
  closeAll: () => void
}

/** `migrations` is there for the tests of the machinery. */
export function createProjects(ports: ProjectPorts, { migrations = allMigrations } = {}): Projects {
  const open = new Map<string, { store: Store; access: ProjectAccess }>()
  const recent = createRecent(ports.paths.home, (error) =>
    ports.log(`The recent list failed: ${String(error)}`),
  )

  const require = (handle: string) => {
    const found = open.get(handle)
    if (!found) throw new StudioError('project-not-open', { project: handle })
    return found
  }

  const close = (handle: string) => {
    const { store } = require(handle)
    open.delete(handle)
    closeStore(store)
  }

  const openFolder = (path: string): OpenedProject => {
    const folder = realFolder(path)
    const handle = handleOf(folder)
    if (open.has(handle) && !isStillThere(require(handle).store)) close(handle)
    if (!open.has(handle)) {
      const store = openStore(folder, ports, migrations)
      open.set(handle, { store, access: accessTo(store) })
    }
    const { access } = require(handle)
    const { title } = access.require('project', projectId)
    recent.remember({ path: folder, title, openedAt: ports.now() })
    return { project: handle, title, path: folder }
  }

  return {
    create: ({ title, path }) => {
      const folder = path ? resolve(path) : freeFolder(ports.paths.projects, title)
      createFolder(folder, { title, now: ports.now(), version: ports.version })
      return openFolder(folder)
    },
    open: (path) => openFolder(resolve(path)),
    close,
    discard: (handle) => {
      const { path } = require(handle).store
      close(handle)
      rmSync(path, { recursive: true, force: true })
      recent.forget(path)
    },
    get: (handle) => require(handle).access,
    store: (handle) => require(handle).store,
    recent: recent.list,
    forget: recent.forget,
    closeAll: () => {
      for (const handle of open.keys()) close(handle)
    },
  }
}

/** Whether the folder of an open project is the one it was opened from, and not another one put in its place. */
function isStillThere({ path, identity }: Store): boolean {
  const now = identityOf(path)
  return now?.inode === identity.inode && now.device === identity.device
}
