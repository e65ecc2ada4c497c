import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { eachPacket } from './packets.ts'
import type { Streams } from './streams.ts'

/** Containers whose header is written last and knows the length. All others guess it, from the bit rate mostly. */
const indexed = ['mov', 'matroska', 'wav', 'w64', 'flac', 'ogg', 'aiff', 'avi']

/** A recording of fewer bits a second than this is silence at best: its header wants checking. */
const fewestBitsPerSecond = { video: 8000, audio: 1000 }

type Header = Pick<Streams, 'container' | 'headerSeconds' | 'video' | 'audio'>

/** Whether the length in the header is worth believing for a file of `bytes`. */
export function isHeaderCredible(streams: Header, bytes: number): boolean {
  const { container, headerSeconds, video } = streams
  if (!indexed.some((name) => container.split(',').includes(name))) return false
  if (!(headerSeconds > 0)) return false
  const fewest = video ? fewestBitsPerSecond.video : fewestBitsPerSecond.audio
  if ((bytes * 8) / headerSeconds < fewest) return false
  return !isCutOff(streams, bytes)
}

/**
 * Whether a file was cut off after its header was written: more bytes are promised than are there. Only these containers
 * say how many; the others' bit rates are what the encoder aimed at.
 */
export function isCutOff(streams: Header, bytes: number): boolean {
  if (!['mov', 'wav', 'mp3'].some((name) => streams.container.split(',').includes(name))) return false
  const promised = [streams.video, streams.audio]
    .map((stream) => (stream ? (stream.bit_rate * stream.duration) / 8 : 0))
    .filter(Number.isFinite)
    .reduce((sum, part) => sum + part, 0)
  return promised > bytes * 1.02
}

/**
 * The length in seconds by reading every packet's time: exact whatever the header says, and no packet is kept. Zero when
 * there is none.
 */
export async function countedSeconds(
  tools: FfmpegTools,
  path: string,
  streams: Streams,
  { name, signal }: { name: string; signal?: AbortSignal | undefined },
): Promise<number> {
  const wanted = [streams.video?.index, streams.audio?.index]
  let start = Number.POSITIVE_INFINITY
  let end = Number.NEGATIVE_INFINITY
  await eachPacket(tools, path, streams, { name, signal }, ({ stream, time, duration }) => {
    if (!wanted.includes(stream)) return
    start = Math.min(start, time)
    end = Math.max(end, time + duration)
  })
  return Math.max(0, end - start) || 0
}
