import { samplesEach } from '../../../../../../shared/podcast/ducking.ts'
import { gainAt } from '../../../../../../shared/podcast/fades.ts'
import { inSamples } from '../../../../../../shared/podcast/samples.ts'
import type { PlayLayer, PlayPlan } from './play-plan.ts'

/** Seconds of a long sound that are had at once. */
export const partSeconds = 10
const partFrames = inSamples(partSeconds)

/** A sound, or one part of it, counted from 0. */
export type Wanted = { sound: string; part: number | null }

/** Samples at 48 kHz; a sound of one channel has it on both sides. */
export type Stereo = { left: Float32Array; right: Float32Array }

/** A run of a layer's frames that lie in one part of its sound. */
type Run = {
  wanted: Wanted
  /** Where it begins: in the episode, and in the part. */
  at: number
  within: number
  count: number
}

function runsOf(layer: PlayLayer, from: number, to: number): Run[] {
  const runs: Run[] = []
  const end = Math.min(to, layer.start + layer.frames)
  for (let at = Math.max(from, layer.start); at < end; ) {
    const position = at - layer.start
    const { loop, sound, isWhole } = layer
    const inSound = loop === null ? layer.from + position : position % loop
    const part = isWhole ? null : Math.floor(inSound / partFrames)
    const within = inSound - (part ?? 0) * partFrames
    const count = Math.min(
      end - at,
      isWhole ? Number.POSITIVE_INFINITY : partFrames - within,
      loop === null ? Number.POSITIVE_INFINITY : loop - inSound,
    )
    runs.push({ wanted: { sound, part }, at, within, count })
    at += count
  }
  return runs
}

/** What must be had to play frames `from` to `to`, the soonest first, each with whose it is. */
export function wantedIn(
  { layers }: PlayPlan,
  from: number,
  to: number,
): { wanted: Wanted; layer: PlayLayer; at: number }[] {
  return layers
    .flatMap((layer) => runsOf(layer, from, to).map(({ wanted, at }) => ({ wanted, layer, at })))
    .toSorted((one, other) => one.at - other.at)
}

/** Mixes `frames` frames of an episode from `from` on. What `soundOf` does not have is silent. */
export function mixBlock(
  { layers, ducking }: PlayPlan,
  { from, frames }: { from: number; frames: number },
  soundOf: (wanted: Wanted) => Stereo | null,
): Stereo {
  const block = { left: new Float32Array(frames), right: new Float32Array(frames) }
  for (const layer of layers)
    for (const { wanted, at, within, count } of runsOf(layer, from, from + frames)) {
      const sound = soundOf(wanted)
      if (!sound) continue
      for (let frame = 0; frame < count; frame++) {
        const position = at + frame - layer.start
        const isFading = position < layer.fadeIn || position >= layer.frames - layer.fadeOut
        const own = isFading ? gainAt(layer, position) : layer.gain
        const gain = layer.key === null && ducking ? own * duckedAt(ducking, at + frame) : own
        const target = at + frame - from
        block.left[target] = (block.left[target] ?? 0) + gain * (sound.left[within + frame] ?? 0)
        block.right[target] = (block.right[target] ?? 0) + gain * (sound.right[within + frame] ?? 0)
      }
    }
  return block
}

function duckedAt(ducking: Float32Array, frame: number): number {
  const at = Math.floor(frame / samplesEach)
  const share = (frame % samplesEach) / samplesEach
  return (ducking[at] ?? 1) * (1 - share) + (ducking[at + 1] ?? 1) * share
}

/** The beginning of `next` comes as that of `before` goes, so that a change between them is no click. */
export function crossOver(before: Stereo, next: Stereo): void {
  const length = before.left.length
  for (const side of ['left', 'right'] as const)
    for (let at = 0; at < Math.min(length, next[side].length); at++) {
      const share = at / length
      next[side][at] = (before[side][at] ?? 0) * (1 - share) + (next[side][at] ?? 0) * share
    }
}
