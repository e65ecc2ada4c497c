import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import { projectId } from '../../../../shared/model/project.ts'
import type { PodcastStep, RenderedEpisode } from '../../../../shared/model/steps/podcast.ts'
import { type EpisodeState, episodeState } from '../../../../shared/podcast/episode-state.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { spokenScript } from '../../../../shared/podcast/spoken-script.ts'
import type { ProjectAccess } from '../../domains.ts'

/** A podcast step of a series, as its feed will have it. */
export type SeriesEpisode = {
  module: string
  step: PodcastStep
  state: EpisodeState
  /** As it is spoken, with a title in any case. */
  script: Script
  /** Where its files go: named after the step's id, which stays when it is renamed or moved, as an episode's address must. */
  files: { audio: string; transcript: string; chapters: string }
}

/** The podcasts of a series in its order, as files of `folder`. Throws `record-missing`, and `invalid-input` where it has none. */
export function episodesOf(project: ProjectAccess, series: string, folder: string): SeriesEpisode[] {
  const { title, modules } = project.require('series', series)
  const dictionary = project.require('project', projectId).pronunciation ?? {}
  const episodes = modules.flatMap((module) =>
    project.require('module', module).steps.flatMap((id): SeriesEpisode[] => {
      const step = project.require('step', id)
      if (step.kind !== 'podcast') return []
      const at = (ending: string) => join(folder, `${id}.${ending}`)
      return [
        {
          module,
          step,
          state: episodeState(step, dictionary),
          script: spokenScript(step, dictionary),
          files: { audio: at('mp3'), transcript: at('vtt'), chapters: at('json') },
        },
      ]
    }),
  )
  if (episodes.length > 0) return episodes
  throw new StudioError('invalid-input', {
    what: `No module of ${title ? `the series “${title}”` : `the series ${series}`} has a podcast step.`,
  })
}

/** The file of an asset of the project. Throws `file-missing`. */
export async function pathOfAsset(
  project: ProjectAccess,
  { sha256, name }: Pick<Asset, 'sha256' | 'name'>,
): Promise<string> {
  const stored = project.file(sha256)
  const path = stored && project.filePath(stored)
  if (path === null || !(await stat(path).catch(() => null)))
    throw new StudioError('file-missing', { path: path ?? name })
  return path
}

/** The pictures of an episode's chapters that are there, and where each goes: it is named after its content. */
export async function picturesOf(
  project: ProjectAccess,
  { chapters }: Pick<RenderedEpisode, 'chapters'>,
  folder: string,
): Promise<{ asset: string; from: string; to: string }[]> {
  const ids = [...new Set(chapters.flatMap(({ picture }) => picture ?? []))]
  const found = await Promise.all(
    ids.map(async (id) => {
      const asset = project.record(id)
      if (asset?.type !== 'asset' || !['png', 'jpg'].includes(asset.extension)) return []
      const from = await pathOfAsset(project, asset).catch(() => null)
      return from === null ? [] : [{ asset: id, from, to: join(folder, `${id}.${asset.extension}`) }]
    }),
  )
  return found.flat()
}

/** The cover that an episode of `script` is rendered with, and where it goes; null where it has none, or of another kind. */
export async function coverOf(
  project: ProjectAccess,
  { script, step }: Pick<SeriesEpisode, 'script' | 'step'>,
  folder: string,
): Promise<{ from: string; to: string } | null> {
  const asset = script.cover === null ? null : project.require('asset', script.cover)
  if (!asset || !['png', 'jpg'].includes(asset.extension)) return null
  return {
    from: await pathOfAsset(project, asset),
    to: join(folder, `${step.id}.${asset.extension}`),
  }
}
