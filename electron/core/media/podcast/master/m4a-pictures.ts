import { randomUUID } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
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

type PictureJob = Pick<FileJob, 'mix' | 'tags' | 'temporary' | 'path' | 'folder' | 'name' | 'store' | 'note'>

/**
 * Puts the pictures of chapters into an M4A that ffmpeg has written; each chapter has one, because players show the last one on.
 * Where ffmpeg wrote an index that is not known here, the file stays as it is, and `note` hears of it.
 */
export async function addPictures(tools: FfmpegTools, job: PictureJob, signal?: AbortSignal): Promise<void> {
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
    if (!(error instanceof RangeError)) throw error
    job.note(
      `${basename(job.path)} has the titles of its chapters and not their pictures: this ffmpeg writes another kind of file than the studio knows. An MP3 has both.`,
    )
  }
}

/** The cover as a JPEG; where there is none, a white square. */
async function coverOrNothing(
  tools: FfmpegTools,
  { tags, folder, name, store }: PictureJob,
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
