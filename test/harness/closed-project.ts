import { expect } from 'vitest'
import type { TemporaryProjects } from './projects.ts'
import { addModule, addPage } from './records.ts'
import { problemsOf } from './stored.ts'

/** A closed project with a module `m` of a few pages, `m.p0`, `m.p1`, …; its path. */
export function closedProject({ projects }: TemporaryProjects, pages = 3): string {
  const { project, path } = projects.create({ title: 'Closed' })
  const access = projects.get(project)
  addModule(access, 'm')
  for (let page = 0; page < pages; page++) addPage(access, 'm', `p${page}`, `Honey ${page} `.repeat(100))
  projects.close(project)
  return path
}

/** Opens the project at `path`, finds nothing wrong with it, and closes it again. */
export function expectWhole({ projects }: TemporaryProjects, path: string) {
  const { project } = projects.open(path)
  expect(problemsOf(projects.store(project).database)).toEqual([])
  projects.close(project)
}
