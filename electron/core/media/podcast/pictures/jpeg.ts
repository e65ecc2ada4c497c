import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileArgument, pictureArguments } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import { type Store, storeKey } from '../store.ts'
import type { SourcePicture } from './source-picture.ts'

/** A JPEG of no more bytes than this is left as it is, when its sides are short enough. */
const enoughBytes = 500_000

/** What EXIF's orientations ask for. Players of sound do not look there. */
const turns: Record<number, string> = {
  2: 'hflip',
  3: 'hflip,vflip',
  4: 'vflip',
  5: 'transpose=cclock_flip',
  6: 'transpose=clock',
  7: 'transpose=clock_flip',
  8: 'transpose=cclock',
}

/**
 * A picture as a JPEG whose sides have `side` pixels at most, on white where it is transparent. Throws `ffmpeg-failed` when it
 * cannot be decoded.
 */
export async function jpegOf(
  tools: FfmpegTools,
  picture: SourcePicture,
  side: number,
  { name, folder, store, signal }: JpegJob,
): Promise<Buffer> {
  const { kind, bytes, width, height, orientation } = picture
  const isFine = kind === 'jpg' && orientation === 1 && bytes.length <= enoughBytes
  if (isFine && Math.max(width, height) <= side) return bytes
  const { version } = await tools.capabilities()
  const key = storeKey('picture', bytes, side, version)
  const known = await store.find(key)
  const kept = known === null ? null : await readFile(known).catch(() => null)
  if (kept) return kept
  const made = join(folder, `${randomUUID()}.jpg`)
  await tools.ffmpeg({
    name,
    signal,
    args: [
      // What newer versions would turn by themselves is turned here, in all of them.
      '-noautorotate',
      ...pictureArguments(picture),
      '-filter_complex',
      graphFor(side, turns[orientation]),
      '-frames:v',
      '1',
      '-c:v',
      'mjpeg',
      '-q:v',
      '2',
      '-f',
      'mjpeg',
      fileArgument(made),
    ],
  })
  const jpeg = await readFile(made)
  await rm(made, { force: true })
  await store.keep(key, jpeg)
  return jpeg
}

export type JpegJob = {
  /** What the picture is called in errors. */
  name: string
  folder: string
  store: Store
  signal?: AbortSignal | undefined
}

function graphFor(side: number, turn: string | undefined): string {
  const fitted = `scale=w='min(iw,${side})':h='min(ih,${side})':force_original_aspect_ratio=decrease:flags=lanczos`
  return [
    `[0:v]${turn ? `${turn},` : ''}${fitted},setsar=1,format=rgba,split[shown][below]`,
    '[below]lutrgb=r=255:g=255:b=255:a=255[white]',
    '[white][shown]overlay=format=rgb,format=yuvj420p',
  ].join(';')
}
