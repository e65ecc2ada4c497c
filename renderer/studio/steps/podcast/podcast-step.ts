import type { Asset } from '../../../../shared/model/asset.ts'
import type { Draft } from '../../../../shared/model/edit.ts'
import type { RecordMap } from '../../../../shared/model/records.ts'
import { projectId } from '../../../../shared/model/project.ts'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import type { Dictionary } from '../../../../shared/podcast/spoken-script.ts'
import type { EditFunction } from '../types.ts'

/** Changes one podcast step. */
export function editPodcast(
  edit: EditFunction,
  id: string,
  label: string,
  change: (step: PodcastStep, draft: Draft) => void,
  mergeKey?: string,
): void {
  edit(
    label,
    (draft) => {
      const step = draft[id]
      if (step?.type === 'step' && step.kind === 'podcast') change(step, draft)
    },
    mergeKey === undefined ? {} : { mergeKey: `${id}:${mergeKey}` },
  )
}

/** Changes the script of one podcast step. */
export type EditScript = (label: string, recipe: (script: Script) => void, mergeKey?: string) => void

export const scriptEditor =
  (edit: EditFunction, id: string): EditScript =>
  (label, recipe, mergeKey) =>
    editPodcast(edit, id, label, ({ script }) => recipe(script), mergeKey)

export function assetIn(records: RecordMap, id: string | null): Asset | null {
  const record = id === null ? undefined : records[id]
  return record?.type === 'asset' ? record : null
}

/** The project's pronunciations, for all of its podcasts. */
export function dictionaryIn(records: RecordMap): Dictionary {
  const project = records[projectId]
  return project?.type === 'project' ? (project.pronunciation ?? noWords) : noWords
}
const noWords: Dictionary = {}
