import { StudioError } from '../../../../shared/errors.ts'
import { gaps } from '../../../../shared/podcast/place-voices.ts'
import type { ProjectAccess } from '../../domains.ts'
import type { Podcasts } from '../podcast/podcasts.ts'
import { podcastStep, scriptOf } from './step.ts'

/**
 * One line of a podcast step as its speaker says it: a WAV file's bytes. `number` counts the lines from 1. Throws `invalid-input`
 * where no voice says anything on it, and what speaking throws.
 */
export async function sayLine(
  podcasts: Pick<Podcasts, 'say'>,
  project: ProjectAccess,
  { step: id, number }: { step: string; number: number },
  signal?: AbortSignal,
): Promise<Buffer> {
  const script = scriptOf(project, podcastStep(project, id))
  const line = script.chapters.flatMap(({ lines }) => lines).find(({ place }) => place === number)
  if (line?.kind !== 'speech')
    throw new StudioError('invalid-input', { what: `Nothing is spoken on line ${number} of the script.` })
  return podcasts.say({ ...script, chapters: [{ title: null, lines: [line] }] }, gaps.sentence, signal)
}
