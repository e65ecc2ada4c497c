import { StudioError } from '../../../../shared/errors.ts'
import { projectId } from '../../../../shared/model/project.ts'
import { filesOf, type PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { type Dictionary, spokenScript } from '../../../../shared/podcast/spoken-script.ts'
import type { ProjectAccess } from '../../domains.ts'
import { fileOf } from '../assets.ts'

/** The podcast step of that id. Throws `record-missing`, or `invalid-input` for a step of another kind. */
export function podcastStep(project: ProjectAccess, id: string): PodcastStep {
  const step = project.require('step', id)
  if (step.kind === 'podcast') return step
  throw new StudioError('invalid-input', { what: `The step ${id} is a ${step.kind} and not a podcast.` })
}

/** The project's pronunciations. */
export function dictionaryOf(project: ProjectAccess): Dictionary {
  return project.require('project', projectId).pronunciation ?? {}
}

/** The script as it is spoken, its lines numbered as they stand. */
export function scriptOf(project: ProjectAccess, step: PodcastStep): Script {
  const script = spokenScript(step, dictionaryOf(project))
  let place = 0
  const chapters = script.chapters.map((chapter) => ({
    ...chapter,
    lines: chapter.lines.map((line) => ({ ...line, place: ++place })),
  }))
  return { ...script, chapters }
}

/** Absolute paths of the assets a script names. An episode is made without a chapter's picture that is not there. */
export function pathsOf(project: ProjectAccess, script: Script): Record<string, string> {
  const needed = filesOf({
    ...script,
    chapters: script.chapters.map(({ title, lines }) => ({ title, lines })),
  })
  return Object.fromEntries(
    filesOf(script).flatMap((id) => {
      const record = project.record(id)
      const isThere = record?.type === 'asset' && project.file(record.sha256) !== null
      if (!isThere && !needed.includes(id)) return []
      return [[id, project.filePath(fileOf(project, project.require('asset', id)))]]
    }),
  )
}
