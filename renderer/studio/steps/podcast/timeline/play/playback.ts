import { asSeconds, inSamples } from '../../../../../../shared/podcast/samples.ts'
import { crossOver, mixBlock, type Stereo, wantedIn } from './mix-block.ts'
import { movedTo, type PlayPlan } from './play-plan.ts'
import type { Sounds } from './sounds.ts'

/** Where blocks of sound go: `now` and `at` are seconds of its own clock. */
export type Output = {
  now: () => number
  put: (block: Stereo, at: number) => void
}

/** Sounds are had so far ahead. */
const ahead = inSamples(20)
/** What is put out at once, and how far ahead of what is heard: an edit is heard after that, and a busy page not at all. */
const block = inSamples(0.25)
const horizon = 1.2
/** Seconds before the first block is heard: putting it out takes a moment. */
const soon = 0.04
/** How long an edit takes to come. */
const crossing = inSamples(0.01)
const silence: Stereo = { left: new Float32Array(crossing), right: new Float32Array(crossing) }

/** A stretch of the episode that was put out. */
type Stretch = { at: number; from: number; frames: number }

/** Puts a plan out from frame `from` on, a bit at a time: `tick` is to be called several times a second. */
export type Playback = {
  /** Goes as far as there is something to put out. False once all has been heard. */
  tick: () => boolean
  /** The frame that is heard now. */
  position: () => number
  /** Whether it stands still for a sound that is on its way. */
  isWaiting: () => boolean
  /** Goes on with another plan from what is put out next on; answers where what is heard now is in it. */
  change: (plan: PlayPlan) => void
}

export function createPlayback(
  {
    output,
    sounds,
    onFailure,
  }: { output: Output; sounds: Sounds; onFailure: (name: string, reason: Error) => void },
  first: PlayPlan,
  from: number,
): Playback {
  let plan = first
  /** The frame to be put out next, and when what was put out ends. */
  let next = from
  let endsAt = 0
  let isWaiting = true
  let heard: Stretch[] = []
  /** The plan before, and where it would have gone on. */
  let before: { plan: PlayPlan; next: number } | null = null

  function position(): number {
    const now = output.now()
    const current = heard.findLast(({ at }) => at <= now)
    if (current) heard = heard.slice(heard.indexOf(current))
    if (!current) return heard[0]?.from ?? next
    return current.from + Math.min(current.frames, inSamples(now - current.at))
  }

  function isReady(frames: number): boolean {
    let isThere = true
    for (const { wanted, layer } of wantedIn(plan, next, next + frames)) {
      const failure = sounds.failureOf(wanted)
      if (failure) onFailure(layer.name, failure)
      else if (!sounds.get(wanted)) isThere = false
    }
    return isThere
  }

  function putNext(frames: number): void {
    const mixed = mixBlock(plan, { from: next, frames }, sounds.get)
    const at = Math.max(endsAt, output.now() + soon)
    if (before) crossOver(mixBlock(before.plan, { from: before.next, frames: crossing }, sounds.get), mixed)
    // It begins in the middle of a sound.
    else if (at > endsAt) crossOver(silence, mixed)
    before = null
    output.put(mixed, at)
    heard.push({ at, from: next, frames })
    next += frames
    endsAt = at + asSeconds(frames)
  }

  return {
    position,
    isWaiting: () => isWaiting && output.now() >= endsAt,
    tick() {
      sounds.want(
        [
          ...(before ? wantedIn(before.plan, before.next, before.next + crossing) : []),
          ...wantedIn(plan, next, next + ahead),
        ].map(({ wanted }) => wanted),
      )
      isWaiting = false
      while (next < plan.frames && endsAt - output.now() < horizon) {
        const frames = Math.min(block, plan.frames - next)
        isWaiting = !isReady(frames)
        if (isWaiting) return true
        putNext(frames)
      }
      return next < plan.frames || output.now() < endsAt
    },
    change(after) {
      const now = position()
      before ??= { plan, next }
      heard = heard
        .filter(({ from: start, frames }) => start + frames > now)
        .map((stretch) => ({ ...stretch, from: movedTo(plan, after, stretch.from) }))
      next = movedTo(plan, after, next)
      plan = after
    },
  }
}
