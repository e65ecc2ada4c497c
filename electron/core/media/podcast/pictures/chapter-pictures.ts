import { StudioError } from '../../../../../shared/errors.ts'
import type { ChapterMark } from '../../../../../shared/podcast/timeline.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { type JpegJob, jpegOf } from './jpeg.ts'
import { readPicture, type SourcePicture } from './source-picture.ts'

/** The longest side in pixels: as large as directories ask of a cover, and less where there are many. */
const sides = [1400, 1000, 700, 500]
/** Bytes that all pictures of an episode take: a player loads them before it hears anything. */
const most = 8_000_000

/** JPEGs by what the script calls the pictures, and a sentence for each that could not be taken. */
export type ChapterPictures = { pictures: Map<string, Buffer>; notes: string[] }

/**
 * The pictures of an episode's chapters, as they stand in its file: so large that all of them together stay within bounds, each
 * counted as often as it stands there. What is none is left out, and told of.
 */
export async function chapterPictures(
  tools: FfmpegTools,
  chapters: readonly ChapterMark[],
  files: Readonly<Record<string, string>>,
  job: Omit<JpegJob, 'name'>,
): Promise<ChapterPictures> {
  const notes: string[] = []
  const sources = new Map<string, SourcePicture & { name: string }>()
  const leaveOut = (name: string, problem: string) => notes.push(`${name} was left out: ${problem}.`)
  const known = new Set<string>()
  for (const { title, picture } of chapters) {
    if (picture === undefined || known.has(picture)) continue
    known.add(picture)
    const name = `The picture of the chapter “${title}”`
    const path = files[picture]
    const read = path === undefined ? { problem: 'there is no such file' } : await readPicture(path)
    if ('problem' in read) leaveOut(name, read.problem)
    else sources.set(picture, { ...read, name })
  }
  let pictures = new Map<string, Buffer>()
  for (const side of sides) {
    pictures = new Map()
    for (const [picture, { name, ...source }] of sources)
      try {
        pictures.set(picture, await jpegOf(tools, source, side, { ...job, name }))
      } catch (error) {
        if (!(error instanceof StudioError) || error.code !== 'ffmpeg-failed') throw error
        leaveOut(name, 'it is damaged, or of a kind that ffmpeg cannot read')
        sources.delete(picture)
      }
    const bytes = chapters.reduce((sum, { picture = '' }) => sum + (pictures.get(picture)?.length ?? 0), 0)
    if (bytes <= most) break
  }
  return { pictures, notes }
}
