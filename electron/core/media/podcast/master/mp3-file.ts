import { readFile } from 'node:fs/promises'
import type { Picture } from '../../ffmpeg/arguments.ts'
import { readFailure } from '../../intake/failures.ts'
import { framesIn } from './frames.ts'
import { id3Tag } from './id3.ts'
import { infoFrame } from './info-frame.ts'
import type { Encoded } from './sound.ts'
import type { Tags } from './tags.ts'

/** A whole MP3 of some frames, of which so many `samples` are to be heard. */
export async function mp3File(
  { bytes, frames }: Encoded,
  { tags, samples, rate }: { tags: Tags; samples: number; rate: number },
): Promise<Buffer> {
  const [first = bytes] = framesIn(bytes.subarray(0, 2000), 'mp3')
  const cover = tags.cover && (await readCover(tags.cover))
  return Buffer.concat([
    id3Tag(tags, { seconds: samples / rate, cover }),
    infoFrame(first, { frames, bytes: bytes.length, samples }),
    bytes,
  ])
}

async function readCover({ path }: Picture): Promise<Buffer> {
  return readFile(path).catch((error: unknown) => {
    throw readFailure(error, path)
  })
}
