import { ratio } from '../probe/streams.ts'
import { type Grid, type Part, partsOf } from './frames.ts'
import type { Run } from './runs.ts'

export type GraphInput = {
  runs: Run[]
  /** The index of the stream in the file, its grid, and the filters for the whole picture; null without one. */
  video: { index: number; grid: Grid; filters: string[] } | null
  /** The index of the stream; samples a second and channels of the result; null without sound. */
  audio: { index: number; rate: number; channels: 1 | 2 } | null
}

/** The filter graph that plays the ranges of all runs one after the other, and the labels of its ends. */
export function filterGraph({ runs, video, audio }: GraphInput): { graph: string; ends: string[] } {
  const readings = partsOf(runs, video?.grid ?? null)
  const chains = [
    ...(video ? pictureChains(readings, video) : []),
    ...(audio ? soundChains(readings, audio) : []),
  ]
  return {
    graph: chains.join(';'),
    ends: [...(video ? ['[picture]'] : []), ...(audio ? ['[sound]'] : [])],
  }
}

function pictureChains(
  readings: readonly Part[][],
  { index, grid, filters }: NonNullable<GraphInput['video']>,
): string[] {
  const isJoined = readings.length > 1
  const chains = readings.map((parts, input) => `[${input}:${index}]${picked(parts, grid, isJoined)}`)
  if (!isJoined) return [`${chains[0]},${filters.join(',')}[picture]`]
  const labels = readings.map((_, input) => `[v${input}]`).join('')
  // `concat` guesses how long a reading lasts, and versions differ in what they make of the end. Counting the frames anew puts
  // the first right, and frames to spare the second.
  const joined = [
    `concat=n=${readings.length}:v=1:a=0`,
    'tpad=stop_mode=clone:stop=2',
    ...laid('N', grid.rate),
    `trim=end_frame=${framesIn(readings.flat())}`,
    ...filters,
  ].join(',')
  return [...chains.map((chain, input) => `${chain}[v${input}]`), `${labels}${joined}[picture]`]
}

function framesIn(parts: readonly Part[]): number {
  return parts.reduce((sum, { firstFrame, lastFrame }) => sum + lastFrame - firstFrame + 1, 0)
}

/**
 * Lays each frame on the place that `number` says, and closes holes. A little later than the place, or `fps` would take the
 * last frame's beginning for its end and drop it.
 */
function laid(number: string, rate: string): string[] {
  return [`setpts='(${number}+0.4)/(${rate})/TB'`, `fps=${rate}:start_time=0:eof_action=pass`]
}

/**
 * Keeps the frames of a reading's parts and moves each to its place. Holes are closed; a reading that others follow is filled
 * up to its full count, should its video end before its sound.
 */
function picked(parts: readonly Part[], { rate, isEven }: Grid, isFilled: boolean): string {
  const [opening] = parts
  if (!opening) return 'null'
  const zero = decimal(opening.start - opening.firstFrame / ratio(rate))
  const place = (time: string) => `round((${time}-(${zero}))*${rate})`
  const isIn = (time: string, { firstFrame, lastFrame }: Part) =>
    `between(${place(time)},${firstFrame},${lastFrame})`
  const kept = parts.map((part) => isIn('t', part)).join('+')
  const moves = parts.map((part) => {
    const frames = part.placeFrame - opening.placeFrame - part.firstFrame
    return `${isIn('T', part)}*(${frames})`
  })
  const count = framesIn(parts)
  const fill = `tpad=stop_mode=clone:stop_duration=${Math.ceil(count / ratio(rate)) + 2}`
  return [
    ...(isEven ? [] : [`fps=${rate}`, fill]),
    `select='${kept}'`,
    ...laid(`${place('T')}+${moves.join('+')}`, rate),
    ...(isFilled ? [fill] : []),
    `trim=end_frame=${count}`,
  ].join(',')
}

function soundChains(readings: readonly Part[][], audio: NonNullable<GraphInput['audio']>): string[] {
  const spread = readings.map(
    (parts, input) =>
      `[${input}:${audio.index}]asplit=${parts.length}${parts.map((_, number) => `[a${input}_${number}]`).join('')}`,
  )
  const cut = readings.flatMap((parts, input) =>
    parts.flatMap((part, number) => soundCut(part, audio, `${input}_${number}`)),
  )
  const labels = readings.flatMap((parts, input) => parts.map((_, number) => `[c${input}_${number}]`))
  const joined = labels.length > 1 ? `concat=n=${labels.length}:v=0:a=1` : 'anull'
  return [...spread, ...cut, `${labels.join('')}${joined}[sound]`]
}

/**
 * Cuts `[aLABEL]` into `[cLABEL]`. Sound that begins late, has holes, ends early or is not there at all is filled up with
 * silence, to the very sample: what follows must not move.
 */
function soundCut(
  { start, end, place }: Part,
  { rate, channels }: NonNullable<GraphInput['audio']>,
  label: string,
): string[] {
  // From the places, not the length: so that the roundings of many parts do not add up.
  const samples = Math.round((place + end - start) * rate) - Math.round(place * rate)
  const layout = channels === 1 ? 'mono' : 'stereo'
  const format = `aformat=sample_fmts=fltp:sample_rates=${rate}:channel_layouts=${layout}`
  const found = [
    `atrim=start=${decimal(Math.max(0, start))}:end=${decimal(end)}`,
    `asetpts=PTS-(${decimal(start)})/TB`,
    `aresample=${rate}:async=1:first_pts=0:min_hard_comp=0.04`,
    format,
  ].join(',')
  return [
    `[a${label}]${found}[f${label}]`,
    `anullsrc=r=${rate}:cl=${layout},${format}[s${label}]`,
    `[f${label}][s${label}]concat=n=2:v=0:a=1,atrim=end_sample=${samples}[c${label}]`,
  ]
}

/** Never in exponent notation, which the filter parser does not read everywhere. */
function decimal(value: number): string {
  return value.toFixed(6)
}
