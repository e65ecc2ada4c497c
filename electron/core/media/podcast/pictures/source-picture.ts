import { readFile, stat } from 'node:fs/promises'
import { imageOrientation, imageSize } from '../../probe/image.ts'
import { signatureOf } from '../../probe/signature.ts'

/** A picture as the author brought it along; `orientation` is EXIF's. */
export type SourcePicture = {
  path: string
  bytes: Buffer
  kind: 'png' | 'jpg' | 'gif' | 'webp'
  width: number
  height: number
  orientation: number
}

/** More is no picture that anybody looks at, and takes gigabytes to decode. */
const mostBytes = 60_000_000
const mostPixels = 100_000_000

/** Judges a picture by its content, whatever it is called. Answers what is wrong with one that cannot be taken, as half a sentence. */
export async function readPicture(path: string): Promise<SourcePicture | { problem: string }> {
  const found = await stat(path).catch(() => null)
  if (!found?.isFile()) return { problem: 'there is no such file' }
  if (found.size > mostBytes) return { problem: `it is larger than ${mostBytes / 1e6} MB` }
  const bytes = await readFile(path).catch(() => null)
  if (!bytes) return { problem: 'it cannot be read' }
  const signature = signatureOf(bytes)
  if (signature.type !== 'image') return { problem: 'it is no PNG, JPEG, GIF or WebP picture' }
  const kind = signature.extension
  const size = imageSize(kind, bytes)
  if (!size) return { problem: 'it is damaged' }
  const { width, height } = size
  if (width * height > mostPixels)
    return { problem: `its ${width} × ${height} pixels are more than ${mostPixels / 1e6} megapixels` }
  return { path, bytes, kind, width, height, orientation: imageOrientation(kind, bytes) }
}
