type Trak = { id: number; isEnabled: boolean; kind: string; body: Buffer }
/** `start` is in seconds of the movie, `size` the width and height that the file tells. */
type TrackPicture = { start: number; size: number[]; bytes: Buffer }

/**
 * The pictures of chapters in an M4A, as Apple's players find them: in the track of pictures that the track of sound names as its
 * chapters. ffprobe tells that there is one, and shows the first picture.
 */
export function readPictureTrack(file: Buffer): { isEnabled: boolean; pictures: TrackPicture[] } {
  const moov = inside(file, 'moov')
  const traks = boxesOf(moov)
    .filter(({ type }) => type === 'trak')
    .map(({ body }): Trak => {
      const header = inside(body, 'tkhd')
      const isEnabled = (header.readUInt32BE(0) & 1) === 1
      const kind = inside(body, 'mdia', 'hdlr').toString('latin1', 8, 12)
      return { id: header.readUInt32BE(12), isEnabled, kind, body }
    })
  const sound = traks.find(({ kind }) => kind === 'soun')
  const named = numbersOf(inside(sound?.body ?? moov, 'tref', 'chap'), 0)
  const shown = traks.find(({ id, kind }) => kind === 'vide' && named.includes(id))
  if (!shown) throw new Error('The sound names no track of pictures')
  const table = (type: string) => inside(shown.body, 'mdia', 'minf', 'stbl', type)
  const timescale = inside(shown.body, 'mdia', 'mdhd').readUInt32BE(12)
  const entries = boxesOf(table('stsd').subarray(8)).map(({ body }) => [
    body.readUInt16BE(24),
    body.readUInt16BE(26),
  ])
  const lengths = numbersOf(table('stts'), 8).filter((_, at) => at % 2 === 1)
  const described = numbersOf(table('stsc'), 8).filter((_, at) => at % 3 === 2)
  const sizes = numbersOf(table('stsz'), 12)
  let start = 0
  const pictures = numbersOf(table('stco'), 8).map((offset, at): TrackPicture => {
    const bytes = file.subarray(offset, offset + (sizes[at] ?? 0))
    const picture = { start: start / timescale, size: entries[(described[at] ?? 0) - 1] ?? [], bytes }
    start += lengths[at] ?? 0
    return picture
  })
  return { isEnabled: shown.isEnabled, pictures }
}

function boxesOf(bytes: Buffer): { type: string; body: Buffer }[] {
  const boxes = []
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at))
    boxes.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      body: bytes.subarray(at + 8, at + bytes.readUInt32BE(at)),
    })
  return boxes
}

function inside(bytes: Buffer, ...path: string[]): Buffer {
  return path.reduce((body, name) => {
    const found = boxesOf(body).find(({ type }) => type === name)
    if (!found) throw new Error(`There is no box ${path.join('/')}`)
    return found.body
  }, bytes)
}

const numbersOf = (bytes: Buffer, from: number) =>
  Array.from({ length: (bytes.length - from) / 4 }, (_, at) => bytes.readUInt32BE(from + at * 4))
