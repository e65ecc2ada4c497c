import { type FileHandle, open } from 'node:fs/promises'

/** A box of an MP4 or QuickTime file (ISO/IEC 14496-12): its kind, and where what is in it lies. */
type Box = { kind: string; from: number; to: number }

/** Sample entries of what is encrypted: by iTunes, and by the common scheme (ISO/IEC 23001-7). */
const protectedKinds = ['drms', 'enca']
/** Bytes of a table of sample entries before the first of them: version, flags and count. */
const beforeEntries = 8
/** More boxes side by side than files have. */
const mostBoxes = 10_000

/** Programs that write a WAV to a pipe tell of about as much as there can be; others are wrong by a few bytes. */
const [untold, nearEnough] = [0x7fff_0000, 1000]

/** What MP4 and WAV files say of themselves that decoders do not tell; all false of any other file. */
export async function readContainer(path: string): Promise<{ isProtected: boolean; isCutShort: boolean }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0)
    if (buffer.toString('latin1', 0, 4) === 'RIFF') {
      const told = buffer.readUInt32LE(4)
      return { isProtected: false, isCutShort: told < untold && told > size + nearEnough }
    }
    const boxes = await boxesIn(file, { from: 0, to: size })
    if (boxes[0]?.kind !== 'ftyp') return { isProtected: false, isCutShort: false }
    return { isProtected: await isProtected(file, boxes), isCutShort: boxes.some(({ to }) => to > size) }
  } finally {
    await file.close()
  }
}

async function isProtected(file: FileHandle, boxes: readonly Box[]): Promise<boolean> {
  let inside = boxes
  for (const kind of ['moov', 'trak', 'mdia', 'minf', 'stbl', 'stsd']) {
    const found = inside.filter((box) => box.kind === kind)
    const skipped = kind === 'stsd' ? beforeEntries : 0
    const next = found.map(({ from, to }) => boxesIn(file, { from: from + skipped, to }))
    inside = (await Promise.all(next)).flat()
  }
  return inside.some(({ kind }) => protectedKinds.includes(kind))
}

/** The boxes side by side in a part of a file; the last may end after it. */
async function boxesIn(file: FileHandle, { from, to }: { from: number; to: number }): Promise<Box[]> {
  const boxes: Box[] = []
  for (let at = from; at + 8 <= to && boxes.length < mostBoxes; ) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at)
    if (bytesRead < 8) break
    const size = buffer.readUInt32BE(0)
    // 1 is followed by a longer number; 0 goes on to the end of the file.
    const [head, length] =
      size === 1 ? [16, Number(buffer.readBigUInt64BE(8))] : [8, size === 0 ? to - at : size]
    if (length < head) break
    boxes.push({ kind: buffer.toString('latin1', 4, 8), from: at + head, to: at + length })
    at += length
  }
  return boxes
}
