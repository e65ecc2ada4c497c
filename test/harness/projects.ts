import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createProjects, type ProjectPorts, type Projects } from '../../electron/core/project/projects.ts'

/** Real projects in a folder of their own. `dispose` closes them all and deletes the folder. */
export type TemporaryProjects = {
  folder: string
  ports: ProjectPorts
  projects: Projects
  dispose: () => void
}

export function temporaryProjects(
  options?: Parameters<typeof createProjects>[1],
  folder = mkdtempSync(join(tmpdir(), 'morsel-projects-')),
): TemporaryProjects {
  const ports = projectPorts(folder)
  const projects = createProjects(ports, options)
  return {
    folder,
    ports,
    projects,
    dispose: () => {
      projects.closeAll()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Ports whose home and projects lie in `folder`. */
export function projectPorts(folder: string): ProjectPorts {
  return {
    now: Date.now,
    log: () => {},
    version: '0.0.0-test',
    paths: { home: join(folder, 'home'), projects: join(folder, 'projects') },
  }
}
