import { duckingOf } from '../../../../../../shared/podcast/ducking.ts'
import { type Fades, musicFades, voiceFades } from '../../../../../../shared/podcast/fades.ts'
import { inSamples } from '../../../../../../shared/podcast/samples.ts'
import { type Drawn, linesOf } from '../drawn.ts'

/** One sound where it is heard; all lengths are frames at 48 kHz. */
export type PlayLayer = Fades & {
  /** The same piece keeps it, wherever it goes: the place of its line, and which of the line's pieces it is. Null for music. */
  key: string | null
  /** What a person would call it. */
  name: string
  sound: string
  start: number
  /** Where in the sound it begins. */
  from: number
  /** After how many frames the sound begins anew; null where it is heard once. */
  loop: number | null
  /** A sentence is had as a whole; what may be long, in parts. */
  isWhole: boolean
}

/** All that is to be played of an episode. */
export type PlayPlan = {
  frames: number
  layers: readonly PlayLayer[]
  /** How loud music is, a value each thousandth of a second; null without music. */
  ducking: Float32Array | null
}

const musicNames = { intro: 'The intro', bed: 'The bed', outro: 'The outro' }

/** What is drawn, as it is to be played: every piece as loud, and coming and going, as in the mix. */
export function playPlan({ laidOut, of }: Pick<Drawn, 'laidOut' | 'of'>): PlayPlan {
  const lines = linesOf(of)
  const counts = new Map<number, number>()
  const voices = laidOut.placed.map((piece): PlayLayer => {
    const place = lines[piece.line - 1]?.place ?? 0
    const count = counts.get(place) ?? 0
    counts.set(place, count + 1)
    return {
      ...voiceFades(inSamples(piece.seconds), piece),
      key: `${place}/${count}`,
      name: `Line ${piece.line}`,
      sound: piece.sound,
      start: inSamples(piece.start),
      from: inSamples(piece.from),
      loop: null,
      isWhole: piece.kind === 'speech',
    }
  })
  const music = laidOut.music.map(
    (piece): PlayLayer => ({
      ...musicFades(piece.seconds, piece),
      key: null,
      name: musicNames[piece.role],
      sound: piece.sound,
      start: inSamples(piece.start),
      from: 0,
      loop: Math.max(1, inSamples(piece.length)),
      isWhole: false,
    }),
  )
  const placed = voices.map(({ start, frames }, at) => ({
    start: laidOut.placed[at]?.start ?? inSamples(start),
    samples: frames,
    sound: { rate: inSamples(1) },
  }))
  const { duck, seconds } = laidOut
  return {
    frames: inSamples(seconds),
    layers: [...voices, ...music],
    ducking: music.length > 0 ? duckingOf({ placed, duck, seconds }) : null,
  }
}

/**
 * Where what is heard at frame `at` of one plan is heard in another: as far into its piece as before, or into the silence after
 * it, but not beyond what follows.
 */
export function movedTo(before: PlayPlan, after: PlayPlan, at: number): number {
  const said = before.layers.filter(({ key }) => key !== null)
  const heard = said.findLast(
    ({ key, start }) => start <= at && after.layers.some((layer) => layer.key === key),
  )
  const same = after.layers.find(({ key }) => key === heard?.key)
  if (!heard || !same) return Math.min(at, after.frames)
  const isOver = at >= heard.start + heard.frames
  const next = after.layers.find(({ key, start }) => key !== null && start > same.start)
  const latest = isOver && next ? next.start : after.frames
  return Math.max(0, Math.min(at + same.start - heard.start, latest))
}
