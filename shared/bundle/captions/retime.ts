import type { Range } from '../../model/steps/video.ts'
import { type CaptionsFile, type Cue, formatTimestamp, parseCaptions, parseTimestamp } from './parse.ts'

/**
 * WebVTT for a recording of which only `ranges` (seconds of the original, in playing order) are kept: each cue is cut to
 * what is kept of it and moved to where that plays. Empty ranges keep all. Null when `text` is not WebVTT.
 */
export function retimeCaptions(text: string, ranges: readonly Range[]): string | null {
  const file = parseCaptions(text)
  if (!file) return null
  return writeCaptions({ ...file, cues: ranges.length === 0 ? file.cues : cutCues(file.cues, ranges) })
}

type Kept = { cue: Cue; start: number; end: number; shift: number }

function cutCues(cues: readonly Cue[], ranges: readonly Range[]): Cue[] {
  const kept: Kept[] = []
  let playedBefore = 0
  for (const range of ranges) {
    const [from, to] = [Math.round(range.start * 1000), Math.round(range.end * 1000)]
    const shift = playedBefore - from
    for (const cue of cues) {
      const [start, end] = [Math.max(cue.start, from) + shift, Math.min(cue.end, to) + shift]
      if (end > start) keep(kept, { cue, start, end, shift })
    }
    playedBefore += to - from
  }
  const seen = new Set<Cue>()
  return kept
    .sort((one, other) => one.start - other.start)
    .map(({ cue, start, end, shift }) => {
      // An id names one cue: of a cue that a cut parts in two, the first part keeps it.
      const id = seen.has(cue) ? '' : cue.id
      seen.add(cue)
      return {
        ...cue,
        id,
        start,
        end,
        payload: cue.payload.map((line) => shiftWords(line, shift, start, end)),
      }
    })
}

/** A cue that goes on over a cut stays one cue: shown twice in a row it would flicker and be read aloud twice. */
function keep(kept: Kept[], next: Kept): void {
  const before = kept.findLast((other) => other.cue === next.cue)
  if (before && before.end === next.start) before.end = next.end
  else kept.push(next)
}

/** Moves the timestamps inside a cue (`<00:01.000>` before the words then spoken); those outside what is kept go. */
function shiftWords(line: string, shift: number, start: number, end: number): string {
  return line.replace(/<([\d:.]+)>/g, (tag, words: string) => {
    const time = parseTimestamp(words)
    if (time === null) return tag
    const moved = time + shift
    return moved > start && moved < end ? `<${formatTimestamp(moved)}>` : ''
  })
}

/** A captions file as WebVTT. */
export function writeCaptions(file: CaptionsFile): string {
  const cues = file.cues.map((cue) => {
    const times = `${formatTimestamp(cue.start)} --> ${formatTimestamp(cue.end)}`
    return [...(cue.id ? [cue.id] : []), cue.settings ? `${times} ${cue.settings}` : times, ...cue.payload]
  })
  return `${[['WEBVTT'], ...file.blocks, ...cues].map((lines) => lines.join('\n')).join('\n\n')}\n`
}
