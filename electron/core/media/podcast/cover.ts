import { StudioError } from '../../../../shared/errors.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { fileSource } from '../intake/source.ts'
import { measure } from '../probe/measure.ts'

/** What audio files may carry as a picture. */
const taken = ['png', 'jpg']

/** Judges a cover by its content, whatever it is called. Throws `unsupported` for another kind than PNG or JPEG, and what measuring throws. */
export async function requireCover(tools: FfmpegTools, path: string, signal?: AbortSignal): Promise<void> {
  const { name, size } = await fileSource(path)
  const { extension } = await measure(tools, path, { name, bytes: size ?? 0, signal })
  if (taken.includes(extension)) return
  throw new StudioError('unsupported', {
    what: `Taking ${name} as the cover of an episode`,
    instead: 'Save it as a PNG or a JPEG.',
  })
}
