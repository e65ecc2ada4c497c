import { randomUUID } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { imageSize } from '../../probe/image.ts'
import { jpegOf } from '../pictures/jpeg.ts'
import { readPicture } from '../pictures/source-picture.ts'
import type { FileJob } from './file.ts'
import { withPictureTrack } from './mp4/picture-track.ts'

/** Pixels of a side of the cover where it stands in for a chapter's picture. */
const standInSide = 1000

/** Puts the pictures of chapters into an M4A that ffmpeg has written; one of them each, because its players show the last one on. */
export async function addPictures(tools: FfmpegTools, job: FileJob, signal?: AbortSignal): Promise<void> {
  const { mix, tags, temporary } = job
  const { chapters, pictures } = tags
  if (chapters.every(({ picture = '' }) => !pictures.has(picture))) return
  const isMissing = chapters.some(({ picture = '' }) => !pictures.has(picture))
  const standIn = isMissing ? await coverOrNothing(tools, job, signal) : Buffer.alloc(0)
  const shown = chapters.map(({ start, picture = '' }) => {
    const jpeg = pictures.get(picture) ?? standIn
    return { start, jpeg, ...(imageSize('jpg', jpeg) ?? { width: standInSide, height: standInSide }) }
  })
  const file = await readFile(temporary)
  try {
    await writeFile(temporary, withPictureTrack(file, shown, mix.frames / episodeRate))
  } catch (error) {
    // A future ffmpeg may write what is not known here: then titles alone are as good as they were.
    if (!(error instanceof RangeError)) throw error
  }
}

/** The cover as a JPEG; where there is none, a white square. */
async function coverOrNothing(
  tools: FfmpegTools,
  { tags, folder, name, store }: FileJob,
  signal?: AbortSignal,
): Promise<Buffer> {
  const cover = tags.cover && (await readPicture(tags.cover.path))
  if (cover && !('problem' in cover))
    return jpegOf(tools, cover, standInSide, { name, folder, store, signal })
  const made = join(folder, `${randomUUID()}.jpg`)
  const white = '-f lavfi -i color=c=white:s=64x64,format=yuvj420p -frames:v 1 -c:v mjpeg -f mjpeg'.split(' ')
  await tools.ffmpeg({ name, signal, args: [...white, fileArgument(made)] })
  const jpeg = await readFile(made)
  await rm(made, { force: true })
  return jpeg
}
