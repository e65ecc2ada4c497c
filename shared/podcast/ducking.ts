import { episodeRate, inSamples, lengthOf } from './samples.ts'
import type { Placed, Sound } from './timeline.ts'

/** Values a second: finer than anybody hears of a fade. */
export const envelopeRate = 1000
/** Samples of the mix for each value. */
export const samplesEach = episodeRate / envelopeRate

/** Seconds in which music gives way before a word, and comes back after it; shorter pauses are talked through. */
const attack = 0.2
const release = 0.6
const bridged = 1.2

/**
 * How loud music is over an episode, 1 being as it is, one value each `1 / envelopeRate` seconds: softer by `duck` decibels
 * from the first sample of what is said to its last. The plan says when somebody speaks, so nothing has to be listened for.
 */
export function duckingOf({
  placed,
  duck,
  seconds,
}: {
  placed: readonly Said[]
  duck: number
  seconds: number
}): Float32Array {
  const envelope = new Float32Array(Math.ceil(seconds * envelopeRate) + envelopeRate).fill(1)
  const lower = (at: number, decibels: number) => {
    const gain = 10 ** (-decibels / 20)
    if (at >= 0 && at < envelope.length) envelope[at] = Math.min(envelope[at] ?? 1, gain)
  }
  for (const { start, end } of spokenSpans(placed)) {
    const [from, to] = [Math.floor(start / samplesEach), Math.ceil(end / samplesEach)]
    for (let at = from; at <= to; at++) lower(at, duck)
    const [before, after] = [attack * envelopeRate, release * envelopeRate]
    for (let step = 1; step < before; step++) lower(from - step, duck * (1 - step / before))
    for (let step = 1; step < after; step++) lower(to + step, duck * (1 - step / after))
  }
  return envelope
}

/** When something is said: from `start` (seconds of the episode) for so many samples of its sound. */
type Said = Pick<Placed, 'start' | 'samples'> & { sound: Pick<Sound, 'rate'> }

/** When somebody speaks, in samples; pauses that are too short for music to come back are part of it. */
function spokenSpans(placed: readonly Said[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  for (const { start: seconds, sound, samples } of placed) {
    const start = inSamples(seconds)
    const end = start + lengthOf({ samples, rate: sound.rate })
    const last = spans.at(-1)
    if (last && start - last.end < inSamples(bridged)) last.end = Math.max(last.end, end)
    else spans.push({ start, end })
  }
  return spans
}
