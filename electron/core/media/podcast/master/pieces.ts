import { frameGrid, inSamples } from '../../../../../shared/podcast/samples.ts'
import type { Timeline } from '../../../../../shared/podcast/timeline.ts'
import type { Stretch } from './measure.ts'

/** Frames of the mix that are encoded at once: long enough that what is encoded around them costs little. */
const longest = frameGrid * 100
/** Frames of the mix around a piece that are encoded with it: until coder and limiter are as if they had heard it all. */
const [before, after] = [frameGrid * 3, frameGrid]

/** A part of an episode that is encoded by itself, and what is encoded with it and thrown away. */
export type Piece = Stretch & { around: Stretch }

/**
 * The pieces an episode is encoded in. They are counted from the start of each chapter that begins on the grid, so that
 * those after an edit are what they were, only at another time.
 */
export function piecesOf({ chapters, seconds }: Pick<Timeline, 'chapters' | 'seconds'>): Piece[] {
  const frames = inSamples(seconds)
  const anew = chapters
    .map(({ start }) => inSamples(start))
    .filter((at) => at % frameGrid === 0 && at < frames)
  const cuts = [...new Set([0, ...anew])]
  return cuts.flatMap((cut, index): Piece[] => {
    const end = cuts[index + 1] ?? frames
    const count = Math.max(1, Math.ceil((end - cut) / longest))
    return Array.from({ length: count }, (_, at) => {
      const [from, to] = [cut + at * longest, Math.min(end, cut + (at + 1) * longest)]
      return { from, to, around: { from: Math.max(0, from - before), to: Math.min(frames, to + after) } }
    })
  })
}

/** All of an episode as one piece. */
export function onePiece(frames: number): Piece[] {
  return [{ from: 0, to: frames, around: { from: 0, to: frames } }]
}
