import { languageCode } from './language.ts'
import type { Tags } from './tags.ts'

/**
 * An ID3v2.4 tag with chapters and their pictures (id3.org/id3v2.4.0-structure, id3.org/id3v2-chapters-1.0). ffmpeg writes CHAP
 * frames too, but not in every version the CTOC frame without which some players show none. `cover` is the picture's bytes.
 */
export function id3Tag(
  tags: Tags,
  { seconds, cover }: { seconds: number; cover: Uint8Array | null },
): Buffer {
  const { title, author, album, language, licence, chapters } = tags
  const texts: [string, string | null][] = [
    ['TIT2', title],
    ['TPE1', author],
    ['TALB', album],
    ['TLAN', languageCode(language)],
    ['TCOP', licence],
    ['TCON', 'Podcast'],
  ]
  const shown = chapters.slice(0, mostChapters)
  const frames = [
    ...texts.flatMap(([name, value]) => (value ? [textFrame(name, value)] : [])),
    ...(tags.cover && cover ? [pictureFrame(tags.cover.kind, frontCover, cover)] : []),
    ...(shown.length > 0 ? [contentsFrame(shown.length)] : []),
    ...shown.map(({ start, title: name, picture = '' }, at) => {
      const shownWith = tags.pictures.get(picture)
      return frame('CHAP', [
        Buffer.from(`${chapterId(at)}\0`, 'latin1'),
        // Milliseconds; no places in the file, for times are enough.
        numbers(Math.round(start * 1000), Math.round((chapters[at + 1]?.start ?? seconds) * 1000)),
        numbers(nowhere, nowhere),
        ...embedded(textFrame('TIT2', name)),
        ...(shownWith ? embedded(pictureFrame('jpg', otherPicture, shownWith)) : []),
      ])
    }),
  ]
  const body = Buffer.concat(frames)
  return Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), syncSafe(body.length), body])
}

/** A table of contents counts its entries in one byte. */
const mostChapters = 255
const nowhere = 0xffff_ffff
const utf8 = 3
const chapterId = (at: number) => `ch${at}`

function contentsFrame(count: number): Buffer {
  const isTopLevelAndOrdered = 3
  const ids = Array.from({ length: count }, (_, at) => `${chapterId(at)}\0`).join('')
  return frame('CTOC', [Buffer.from('toc\0'), Buffer.from([isTopLevelAndOrdered, count]), Buffer.from(ids)])
}

/** What a picture is of. */
const otherPicture = 0
const frontCover = 3

function pictureFrame(kind: 'png' | 'jpg', of: number, bytes: Uint8Array): Buffer {
  const type = kind === 'png' ? 'image/png' : 'image/jpeg'
  return frame('APIC', [Buffer.from([utf8]), Buffer.from(`${type}\0`, 'latin1'), Buffer.from([of, 0]), bytes])
}

const headerLength = 10
/** The least size that is another number when it is not read as seven bits a byte. */
const misread = 128

/**
 * A frame inside a chapter. ffmpeg, and what is built on it, takes sizes there for plain numbers, and drops a chapter when one of
 * them leads past its end (`read_chapter` in libavformat/id3v2.c). So it is led around a large frame: the first of two empty ones
 * has 128 bytes, which are 256 when read plainly, and end at a header in the second that spans all the rest. Who reads sizes as
 * they are written finds two private frames without a meaning, and then this one.
 */
function embedded(wanted: Buffer): Buffer[] {
  if (wanted.length - headerLength < misread) return [wanted]
  const padding = (length: number) => Buffer.from('padding'.padEnd(length, '\0'), 'latin1')
  const around = [Buffer.from('PRIV', 'latin1'), numbers(wanted.length), Buffer.from([0, 0])]
  return [
    frame('PRIV', [padding(misread)]),
    frame('PRIV', [padding(misread - headerLength), ...around]),
    wanted,
  ]
}

const textFrame = (name: string, text: string) =>
  frame(name, [Buffer.from([utf8]), Buffer.from(text, 'utf8')])

function frame(name: string, parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(name, 'latin1'), syncSafe(body.length), Buffer.from([0, 0]), body])
}

/** A number in four bytes of seven bits, in which no decoder takes anything for the beginning of sound. */
function syncSafe(value: number): Buffer {
  return Buffer.from([21, 14, 7, 0].map((shift) => (value >> shift) & 0x7f))
}

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * 4))
  return bytes
}
