import { mkdir } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { ProjectAccess, Work } from '../../domains.ts'
import { writeFailure } from '../intake/failures.ts'
import type { Episode } from '../podcast/make-episode.ts'
import type { Podcasts } from '../podcast/podcasts.ts'
import { pathsOf, podcastStep, scriptOf } from './step.ts'

/** Absolute paths: the episode, in the format that `out` ends in, and what is written beside it. */
export type SaveRequest = {
  step: string
  out: string
  overwrite?: boolean | undefined
  transcript?: string | undefined
  chapters?: string | undefined
}

/**
 * Makes what a podcast step says now into an episode outside the project, as the command line makes one of a script. What a
 * render has spoken, mixed and encoded is taken from the same memory. The folder `published` is made when it is missing.
 */
export async function* saveStep(
  { podcasts, published }: { podcasts: Pick<Podcasts, 'make'>; published: string },
  project: ProjectAccess,
  { step: id, out, ...rest }: SaveRequest,
  signal?: AbortSignal,
): Work<Episode> {
  const step = podcastStep(project, id)
  const script = scriptOf(project, step)
  if (dirname(resolve(out)) === published)
    await mkdir(published, { recursive: true }).catch((error: unknown) => {
      throw writeFailure(error, { project: published, path: published })
    })
  const { bitrate, sampleRate } = step
  const request = { ...rest, script, files: pathsOf(project, script), outputs: [out], bitrate, sampleRate }
  yield* podcasts.make(request, signal)
}
