import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RenderedStep } from '../../../../shared/contract/media.ts'
import { madeFrom } from '../../../../shared/podcast/made-from.ts'
import { type MediaAccess, type ProjectAccess, within, type Work } from '../../domains.ts'
import type { Podcasts } from '../podcast/podcasts.ts'
import { dictionaryOf, pathsOf, podcastStep, scriptOf } from './step.ts'

/** The share of the work that making the file is; then it is copied into the project. */
const making = 0.97

/**
 * Makes what a podcast step says now into its episode, as an asset on disk. Commits nothing: the step is changed by who asked,
 * whatever became of its script meanwhile.
 */
export async function* renderStep(
  { podcasts, media }: { podcasts: Pick<Podcasts, 'make'>; media: Pick<MediaAccess, 'takeFile'> },
  project: ProjectAccess,
  id: string,
  signal?: AbortSignal,
): Work<RenderedStep> {
  const step = podcastStep(project, id)
  // As it is now: an edit on the way makes the episode out of date.
  const dictionary = dictionaryOf(project)
  const script = scriptOf(project, step)
  const folder = await mkdtemp(join(tmpdir(), 'morsel-episode-'))
  try {
    const { bitrate, sampleRate } = step
    const file = join(folder, `${fileName(script.title)}.mp3`)
    const request = { script, files: pathsOf(project, script), outputs: [file], bitrate, sampleRate }
    const made = yield* within(podcasts.make(request, signal), { from: 0, to: making })
    const asset = yield* within(media.takeFile(project, file, signal), { from: making, to: 1 })
    const [levels = made.before] = made.files
    const { loudness, range, peak } = levels
    const { chapters, cues } = made.timeline
    yield {
      type: 'done',
      result: {
        asset,
        episode: {
          audio: asset.id,
          madeFrom: madeFrom(step, dictionary),
          seconds: asset.seconds ?? made.seconds,
          chapters,
          cues,
          before: made.before,
          after: { loudness, range, peak },
        },
        notes: made.notes,
      },
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A title as a file may be called anywhere. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return [...name].slice(0, 60).join('').trim() || 'Episode'
}
