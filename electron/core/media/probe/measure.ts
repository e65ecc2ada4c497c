import { open } from 'node:fs/promises'
import type { Asset } from '../../../../shared/model/asset.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { fileTypeOf, isPlayable } from './container.ts'
import { imageSize } from './image.ts'
import { countedSeconds, isCutOff, isHeaderCredible } from './length.ts'
import { framesPerSecond, shownSize } from './picture.ts'
import { type Signature, signatureBytes, signatureOf } from './signature.ts'
import { readStreams, type Streams } from './streams.ts'

/** What is measured of a file at import. */
export type Facts = Pick<
  Asset,
  'kind' | 'extension' | 'mediaType' | 'width' | 'height' | 'seconds' | 'framesPerSecond' | 'playable'
>

type Measured = { name: string; bytes: number; signal?: AbortSignal | undefined }

const accepted =
  'video and sound (MP4, MOV, WebM, MKV, MP3, M4A, WAV, OGG, FLAC and more), pictures (PNG, JPEG, GIF, WebP) and captions (WebVTT)'

const usualExtensions =
  'aac ac3 aiff amr asf avi caf flac flv m2ts m4a m4b m4v mka mkv mov mp3 mp4 mpeg mpg mts oga ogg ogv oggtheora opus ps ts wav webm wma wmv 3gp'.split(
    ' ',
  )

/** Room for the segments that stand before a JPEG's frame header: previews and colour profiles. */
const imageHeaderBytes = 4 * 1024 * 1024

/** Throws when the first bytes already say that a file cannot be taken; cheap, so it is done before a file is copied. */
export function refuseEarly(head: Uint8Array, name: string): void {
  const signature = signatureOf(head)
  if (signature.type === 'refused')
    throw new StudioError('unsupported', {
      what: `Importing ${name}, ${signature.what},`,
      instead: signature.instead,
    })
}

/**
 * Measures a file by its content. Throws `media-damaged`, `file-kind-unknown`, `unsupported` or, for what ffprobe alone can
 * read, `ffmpeg-missing`.
 */
export async function measure(tools: FfmpegTools, path: string, file: Measured): Promise<Facts> {
  const head = await readHead(path, signatureBytes)
  refuseEarly(head, file.name)
  const signature = signatureOf(head)
  if (signature.type === 'image') return measureImage(path, signature, file)
  if (signature.type === 'captions')
    return { ...nothing, kind: 'captions', extension: 'vtt', mediaType: 'text/vtt', playable: true }
  return measureRecording(tools, path, file, signature.type === 'unknown' && signature.isMatroskaWeb)
}

const nothing = { width: null, height: null, seconds: null, framesPerSecond: null }

async function measureImage(
  path: string,
  { extension, mediaType }: Extract<Signature, { type: 'image' }>,
  { name }: Measured,
): Promise<Facts> {
  const size = imageSize(extension, await readHead(path, imageHeaderBytes))
  if (!size) throw new StudioError('media-damaged', { name, problem: 'its size in pixels cannot be read' })
  return { ...nothing, ...size, kind: 'image', extension, mediaType, playable: true }
}

async function measureRecording(
  tools: FfmpegTools,
  path: string,
  file: Measured,
  isMatroskaWeb: boolean,
): Promise<Facts> {
  const { name, signal } = file
  const extension = /\.([a-z0-9]{1,9})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const streams = await readStreams(tools, path, { name, extension, signal }).catch((error: unknown) => {
    const isForeign = !usualExtensions.includes(extension)
    const isUnread = error instanceof StudioError && ['media-damaged', 'ffmpeg-missing'].includes(error.code)
    throw isForeign && isUnread
      ? new StudioError('file-kind-unknown', { name, accepted }, { cause: error })
      : error
  })
  const seconds = await secondsOf(tools, path, streams, file)
  const type = fileTypeOf(streams, { isMatroskaWeb })
  return {
    ...nothing,
    ...type,
    kind: streams.video ? 'video' : 'audio',
    ...(streams.video && { ...shownSize(streams.video), framesPerSecond: framesPerSecond(streams.video) }),
    seconds,
    playable: isPlayable(streams, type) && !isCutOff(streams, file.bytes),
  }
}

/** The length of a recording, from its header where that can be believed, else from its packets. */
export async function secondsOf(
  tools: FfmpegTools,
  path: string,
  streams: Streams,
  { name, bytes, signal }: Measured,
): Promise<number> {
  const header = streams.headerSeconds
  const counted = isHeaderCredible(streams, bytes)
    ? header
    : await countedSeconds(tools, path, streams, { name, signal })
  // Of MP3, a header that nearly agrees knows better: it takes off the silence that encoders put before and after.
  const isBetter = streams.container === 'mp3' && counted > 0 && Math.abs(counted - header) < 0.25
  const seconds = isBetter ? header : counted
  if (!(seconds > 0)) throw new StudioError('media-damaged', { name, problem: 'nothing in it can be played' })
  return Math.round(seconds * 1000) / 1000 || 0.001
}

async function readHead(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(bytes, size)), 0, null, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
