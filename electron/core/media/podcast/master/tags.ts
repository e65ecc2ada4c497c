import type { ChapterMark } from '../../../../../shared/podcast/timeline.ts'
import type { Picture } from '../../ffmpeg/arguments.ts'

/** What an audio file says of itself. */
export type Tags = {
  title: string
  author: string | null
  album: string | null
  /** BCP 47 */
  language: string
  licence: string | null
  chapters: readonly ChapterMark[]
  cover: Picture | null
  /** JPEGs, by what chapters call their pictures. */
  pictures: ReadonlyMap<string, Buffer>
}

/** Tags and chapters in ffmpeg's own text form: https://ffmpeg.org/ffmpeg-formats.html#Metadata-1 */
export function metadataFile(
  { title, author, album, language, licence, chapters }: Tags,
  seconds: number,
): string {
  const tags: [string, string | null][] = [
    ['title', title],
    ['artist', author],
    ['album', album],
    ['language', language],
    ['copyright', licence],
    ['genre', 'Podcast'],
  ]
  const lines = tags.flatMap(([name, value]) => (value ? [`${name}=${escaped(value)}`] : []))
  const marks = chapters.flatMap(({ start, title: name }, at) => {
    const end = chapters[at + 1]?.start ?? seconds
    const inMilliseconds = (value: number) => Math.round(value * 1000)
    return [
      '[CHAPTER]',
      'TIMEBASE=1/1000',
      `START=${inMilliseconds(start)}`,
      `END=${inMilliseconds(end)}`,
      `title=${escaped(name)}`,
    ]
  })
  return [';FFMETADATA1', ...lines, ...marks, ''].join('\n')
}

const escaped = (value: string) => value.replace(/[=;#\\\n]/g, (character) => `\\${character}`)
