import { StudioError } from '../../../../shared/errors.ts'
import type { Picture } from '../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { fileSource } from '../intake/source.ts'
import { measure } from '../probe/measure.ts'

/** Judges a cover by its content, whatever it is called. Throws `unsupported` for another kind than PNG or JPEG, and what measuring throws. */
export async function requireCover(tools: FfmpegTools, path: string, signal?: AbortSignal): Promise<Picture> {
  const { name, size } = await fileSource(path)
  const { extension } = await measure(tools, path, { name, bytes: size ?? 0, signal })
  if (extension === 'png' || extension === 'jpg') return { path, kind: extension }
  throw new StudioError('unsupported', {
    what: `Taking ${name} as the cover of an episode`,
    instead: 'Save it as a PNG or a JPEG.',
  })
}
