import type { Range } from '../../../../shared/model/steps/video.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { eachPacket } from '../probe/packets.ts'
import { ratio, type Stream, type Streams } from '../probe/streams.ts'
import type { Run } from './runs.ts'

/**
 * The grid that frames lie on: frame `k` is shown at `zero + k / rate` seconds, and the earliest has the number `first`, which
 * may be below 0. `rate` is a fraction as ffmpeg takes it.
 */
export type Grid = { rate: string; zero: number; first: number; isEven: boolean }

/** So many packets show where the grid lies, and whether there is one. */
const sample = 120

/**
 * The grid of a video's frames, in seconds from the file's zero. Read from the first packets, for headers are wrong about it.
 * Where frames are not evenly spaced, they are to be brought on a grid that begins at zero: a screen recording has no frame
 * while nothing moves, so that what is on screen when a range begins may be much older than it.
 */
export async function gridOf(
  tools: FfmpegTools,
  path: string,
  streams: Streams & { video: Stream },
  { name, signal }: { name: string; signal?: AbortSignal | undefined },
): Promise<Grid> {
  const { video, start } = streams
  const times: number[] = []
  const query = { stream: video.index, interval: `%+#${sample}`, name, signal }
  await eachPacket(tools, path, streams, query, ({ time }) => times.push(time - start))
  const [average, base] = [ratio(video.avg_frame_rate), ratio(video.r_frame_rate)]
  const isSteady = Math.abs(average - base) <= 0.02 * base && base >= 0.1 && base <= 240
  const zero = isSteady ? commonZero(times, base) : null
  if (zero === null)
    return { rate: base >= 1 && base <= 60 ? video.r_frame_rate : '60', zero: 0, first: 0, isEven: false }
  const first = Math.round((Math.min(...times) - zero) * base)
  return { rate: video.r_frame_rate, zero, first, isEven: true }
}

/**
 * The time that nine of ten others lie a whole number of frames away from, or null when there is none. The first frame alone
 * is no measure: some writers move it.
 */
function commonZero(times: readonly number[], rate: number): number | null {
  const isOnGrid = (time: number, zero: number) => {
    const place = (time - zero) * rate
    // Some containers keep times in milliseconds: an eighth of a frame at 120 frames a second.
    return Math.abs(place - Math.round(place)) < 0.15
  }
  const found = times.find(
    (zero) => times.filter((time) => isOnGrid(time, zero)).length >= 0.9 * times.length,
  )
  return found ?? null
}

/**
 * A frame belongs to a range when its time rounded to milliseconds does: times are kept in milliseconds, and the frame at
 * 0.066667 s that the author saw at 0:00.067 must be the first one of a cut there.
 */
const halfMillisecond = 0.0005

/**
 * What is taken of one range: in seconds of the reading, beginning and ending with a frame; and where it lies in the result,
 * in seconds. `firstFrame`, `lastFrame` and `placeFrame` say the same in frames; they are unused without a picture.
 */
export type Part = {
  start: number
  end: number
  place: number
  firstFrame: number
  lastFrame: number
  placeFrame: number
}

/**
 * The parts of all readings, each list in the clock of its own. With a grid, a part is whole frames and its sound is cut
 * where they begin and end, so that picture and sound stay together however often is cut.
 */
export function partsOf(runs: readonly Run[], grid: Grid | null): Part[][] {
  let place = 0
  let placeFrame = 0
  const rate = grid ? ratio(grid.rate) : 1
  return runs.map(({ ranges, seek }) =>
    ranges.map((range) => {
      const [firstFrame, lastFrame] = grid ? framesIn(range, grid) : [0, 0]
      const times = grid
        ? { start: grid.zero + firstFrame / rate, end: grid.zero + (lastFrame + 1) / rate }
        : range
      const part = {
        start: times.start - seek,
        end: times.end - seek,
        place: grid ? placeFrame / rate : place,
        firstFrame,
        lastFrame,
        placeFrame,
      }
      place += times.end - times.start
      placeFrame += lastFrame - firstFrame + 1
      return part
    }),
  )
}

/** The numbers of the first and the last frame of a range: at least one, the one on screen when the range begins. */
function framesIn({ start, end }: Range, { rate, zero, first }: Grid): [first: number, last: number] {
  // Adding 0 makes an ordinary zero of the negative one.
  const atOrAfter = (seconds: number) => Math.ceil((seconds - halfMillisecond - zero) * ratio(rate)) + 0
  const isWholeBeginning = start <= halfMillisecond
  const opening = isWholeBeginning ? Math.min(first, atOrAfter(start)) : atOrAfter(start)
  const closing = atOrAfter(end) - 1
  return closing >= opening ? [opening, closing] : [opening - 1, opening - 1]
}
