/** A picture in a tag, with its type as ID3 counts them: 3 is the front cover. */
type TagPicture = { type: number; mime: string; bytes: Buffer }
type TagChapter = { start: number; title: string; picture: TagPicture | null }

/**
 * What an ID3v2.4 tag at the beginning of a file says of pictures: its cover, and its chapters with theirs (starts in
 * milliseconds). ffprobe tells of chapters and does not look at the pictures in them.
 */
export function readTag(file: Buffer): { size: number; cover: TagPicture | null; chapters: TagChapter[] } {
  const size = 10 + syncSafe(file, 6)
  const frames = framesIn(file.subarray(10, size))
  const cover = frames.find(({ name }) => name === 'APIC')
  const chapters = frames.filter(({ name }) => name === 'CHAP').map(({ body }) => chapterIn(body))
  return { size, cover: cover ? pictureIn(cover.body) : null, chapters }
}

function chapterIn(body: Buffer): TagChapter {
  const times = body.indexOf(0) + 1
  const frames = framesIn(body.subarray(times + 16))
  const title = frames.find(({ name }) => name === 'TIT2')
  const picture = frames.find(({ name }) => name === 'APIC')
  return {
    start: body.readUInt32BE(times),
    title: title?.body.toString('utf8', 1) ?? '',
    picture: picture ? pictureIn(picture.body) : null,
  }
}

function pictureIn(body: Buffer): TagPicture {
  const mimeEnd = body.indexOf(0, 1)
  const descriptionEnd = body.indexOf(0, mimeEnd + 2)
  return {
    type: body.readUInt8(mimeEnd + 1),
    mime: body.toString('latin1', 1, mimeEnd),
    bytes: body.subarray(descriptionEnd + 1),
  }
}

function framesIn(bytes: Buffer): { name: string; body: Buffer }[] {
  const frames = []
  for (let at = 0; at < bytes.length; ) {
    const end = at + 10 + syncSafe(bytes, at + 4)
    if (end > bytes.length) throw new Error(`The frame at ${at} goes on after the end of what it is in`)
    frames.push({ name: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 10, end) })
    at = end
  }
  return frames
}

const syncSafe = (bytes: Buffer, at: number) =>
  [0, 1, 2, 3].reduce((sum, place) => sum * 128 + bytes.readUInt8(at + place), 0)
