import { StudioError } from '../../../../shared/errors.ts'
import { filesOf, type PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { ProjectAccess } from '../../domains.ts'
import { fileOf } from '../assets.ts'

/** The podcast step of that id. Throws `record-missing`, or `invalid-input` for a step of another kind. */
export function podcastStep(project: ProjectAccess, id: string): PodcastStep {
  const step = project.require('step', id)
  if (step.kind === 'podcast') return step
  throw new StudioError('invalid-input', { what: `The step ${id} is a ${step.kind} and not a podcast.` })
}

/** The script as people see it: it is called as its step is where it has no title, and its lines are numbered as they stand. */
export function scriptOf({ script, title }: PodcastStep): Script {
  let place = 0
  const chapters = script.chapters.map((chapter) => ({
    ...chapter,
    lines: chapter.lines.map((line) => ({ ...line, place: ++place })),
  }))
  return { ...script, title: script.title || title || 'Episode', chapters }
}

/** Absolute paths of the assets a script names. */
export function pathsOf(project: ProjectAccess, script: Script): Record<string, string> {
  return Object.fromEntries(
    filesOf(script).map((id) => [id, project.filePath(fileOf(project, project.require('asset', id)))]),
  )
}
