import { box, boxesIn, changed, find, fullBox, numbers, shorts } from './boxes.ts'

/** A picture that is shown from `start` on, in seconds, until the next one is; the first begins at 0. */
export type ShownPicture = { start: number; jpeg: Buffer; width: number; height: number }

/**
 * An MP4 with the pictures of its chapters, as Apple's players look for them: a track of its own with one JPEG a chapter, not
 * enabled, which the sound names as its chapters, beside the track of their titles (QuickTime File Format, “Chapter Lists”).
 * ffmpeg writes no such track. It ends after `seconds`, which are heard: players take the longest track for the length. Everything
 * that is there stays; the pictures stand at the end, each once. Throws a RangeError for what is no MP4 with one track of sound
 * and its index before it.
 */
export function withPictureTrack(file: Buffer, pictures: readonly ShownPicture[], seconds: number): Buffer {
  const top = boxesIn(file)
  const before = top.findIndex(({ type }) => type === 'moov')
  const moov = top[before]
  const header = moov && find(moov.body, ['mvhd'])
  const isFirst = before < top.findIndex(({ type }) => type === 'mdat')
  if (!moov || !header || !isFirst || header.readUInt8(0) !== 0)
    throw new RangeError('The file has no index of the kind that is known')
  const id = header.readUInt32BE(header.length - 4)
  const timescale = header.readUInt32BE(12)
  const movie = { timescale, duration: Math.floor(seconds * timescale) }
  const data = new Map<Buffer, number>()
  let length = 0
  for (const { jpeg } of pictures)
    if (!data.has(jpeg)) {
      data.set(jpeg, length)
      length += jpeg.length
    }
  // Sizes do not change with what is written into them: once to know where everything lies, once to say so.
  const indexed = (growth: number, dataStart: number) => {
    const offsetOf = (jpeg: Buffer) => dataStart + (data.get(jpeg) ?? 0)
    const parts = boxesIn(withReference(moov.body, id, growth))
    const last = parts.findLastIndex(({ type }) => type === 'trak') + 1
    const all = parts.map(({ whole }) => whole)
    return box('moov', ...all.slice(0, last), track(pictures, { id, movie, offsetOf }), ...all.slice(last))
  }
  const oldLength = moov.body.length + 8
  const growth = indexed(0, 0).length - oldLength
  const index = indexed(growth, file.length + growth + 8)
  const others = top.map((one, at) => (at === before ? index : one.whole))
  return Buffer.concat([...others, box('mdat', ...data.keys())])
}

/**
 * The index that is there, of a file in which `growth` more bytes stand before what it points to, and in which the sound names
 * track `id` as its chapters.
 */
function withReference(moov: Buffer, id: number, growth: number): Buffer {
  let sounds = 0
  const whole = changed(moov, ({ type, body }) => {
    if (type === 'mvhd') return Buffer.concat([body.subarray(0, -4), numbers(id + 1)])
    if (type === 'stco') return moved(body, growth)
    if (type === 'co64') throw new RangeError('The file is larger than 4 GB')
    if (type !== 'trak' || find(body, ['mdia', 'hdlr'])?.toString('latin1', 8, 12) !== 'soun') return null
    sounds += 1
    return withChapters(body, id)
  })
  if (sounds !== 1) throw new RangeError('The file has not one track of sound')
  return whole
}

/** Chunk offsets, `growth` bytes later. */
function moved(stco: Buffer, growth: number): Buffer {
  const count = stco.readUInt32BE(4)
  const offsets = Array.from({ length: count }, (_, at) => stco.readUInt32BE(8 + at * 4) + growth)
  return Buffer.concat([stco.subarray(0, 8), numbers(...offsets)])
}

/** A track that names one more as its chapters. */
function withChapters(trak: Buffer, id: number): Buffer {
  const named = find(trak, ['tref', 'chap']) ?? Buffer.alloc(0)
  const others = boxesIn(trak).filter(({ type }) => type !== 'tref')
  const parts = others.map(({ whole }) => whole)
  // Where ffmpeg puts it, too: before what the track is made of.
  const at = others.findIndex(({ type }) => type === 'mdia')
  return Buffer.concat([
    ...parts.slice(0, at),
    box('tref', box('chap', named, numbers(id))),
    ...parts.slice(at),
  ])
}

type Place = {
  id: number
  movie: { timescale: number; duration: number }
  offsetOf: (jpeg: Buffer) => number
}

function track(pictures: readonly ShownPicture[], { id, movie, offsetOf }: Place): Buffer {
  const { timescale, duration } = movie
  const starts = pictures.map(({ start }) => Math.min(Math.round(start * timescale), duration))
  const lengths = starts.map((start, at) => (starts[at + 1] ?? duration) - start)
  // One description for each size. ffmpeg believes the last, and takes a picture that is much lower for half of one.
  const sizes = [...new Map(pictures.map((one) => [sizeOf(one), one])).values()].toSorted(
    (one, other) => other.height - one.height,
  )
  const described = pictures.map((one) => sizes.findIndex((size) => sizeOf(size) === sizeOf(one)) + 1)
  const [width, height] = [Math.max(...sizes.map((size) => size.width)), sizes[0]?.height ?? 0]
  const samples = box(
    'stbl',
    fullBox('stsd', 0, numbers(sizes.length), ...sizes.map(sampleEntry)),
    fullBox('stts', 0, numbers(lengths.length, ...lengths.flatMap((length) => [1, length]))),
    // A chunk for each picture.
    fullBox('stsc', 0, numbers(described.length, ...described.flatMap((size, at) => [at + 1, 1, size]))),
    fullBox('stsz', 0, numbers(0, pictures.length, ...pictures.map(({ jpeg }) => jpeg.length))),
    fullBox('stco', 0, numbers(pictures.length, ...pictures.map(({ jpeg }) => offsetOf(jpeg)))),
  )
  const inThisFile = fullBox('dref', 0, numbers(1), fullBox('url ', 1))
  const media = box(
    'mdia',
    fullBox('mdhd', 0, numbers(0, 0, timescale, duration), shorts(undetermined, 0)),
    fullBox('hdlr', 0, numbers(0), Buffer.from('vide'), numbers(0, 0, 0), Buffer.from('Pictures\0')),
    box('minf', fullBox('vmhd', 1, shorts(0, 0, 0, 0)), box('dinf', inThisFile), samples),
  )
  return box('trak', trackHeader(id, { duration, width, height }), media)
}

const sizeOf = ({ width, height }: ShownPicture) => `${width} × ${height}`

/** “und”, of letters of five bits. */
const undetermined = 0x55c4
/** A part of the movie, and not enabled: it is not played, but looked up. */
const inMovie = 2
const unity = [0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000]

function trackHeader(
  id: number,
  { duration, width, height }: { duration: number; width: number; height: number },
): Buffer {
  const noTimesOfDay = numbers(0, 0)
  return fullBox(
    'tkhd',
    inMovie,
    noTimesOfDay,
    numbers(id, 0, duration, 0, 0),
    shorts(0, 0, 0, 0),
    numbers(...unity, width * 0x1_0000, height * 0x1_0000),
  )
}

/** A JPEG as QuickTime has described it since 1991. */
function sampleEntry({ width, height }: ShownPicture): Buffer {
  const pixelsAnInch = 72 * 0x1_0000
  const name = Buffer.alloc(32)
  name.write('\x0cPhoto - JPEG', 'latin1')
  return box(
    'jpeg',
    shorts(0, 0, 0, 1),
    numbers(0, 0, 0, 0),
    shorts(width, height),
    numbers(pixelsAnInch, pixelsAnInch, 0),
    shorts(1),
    name,
    shorts(24, 0xffff),
  )
}
