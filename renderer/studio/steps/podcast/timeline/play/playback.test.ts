import { beforeEach, describe, expect, it } from 'vitest'
import type { LaidOut } from '../../../../../../shared/contract/media.ts'
import { newScript } from '../../../../../../shared/podcast/new-script.ts'
import { inSamples } from '../../../../../../shared/podcast/samples.ts'
import type { Line, Script } from '../../../../../../shared/podcast/script.ts'
import { mixBlock, type Stereo, type Wanted, wantedIn } from './mix-block.ts'
import { createPlayback, type Playback } from './playback.ts'
import { movedTo, playPlan, type PlayPlan } from './play-plan.ts'
import { createSounds, type Sounds } from './sounds.ts'

const heard = { peaks: [], gain: 0, fadeIn: 0, fadeOut: 0 }
type Placed = LaidOut['placed'][number]
const says = (line: number, start: number, seconds: number, more: Partial<Placed> = {}): Placed => {
  const piece = { ...heard, line, start, seconds, from: 0, speaker: 'Ana', sound: `says ${line}` }
  return { ...piece, kind: 'speech', ...more }
}
const music = (role: 'bed' | 'intro', start: number, seconds: number, length: number) => ({
  ...heard,
  role,
  start,
  seconds,
  length,
  sound: role,
})
const lineOf = (place: number): Line => ({
  place,
  kind: 'speech',
  speaker: 'Ana',
  text: 'Words',
  source: null,
})
const script = (...places: number[]): Script => ({
  ...newScript({ title: 'Talk', language: 'en' }),
  chapters: [{ title: null, lines: places.map(lineOf) }],
})
function planOf(laidOut: Partial<LaidOut>, places = [11, 12, 13]): PlayPlan {
  return playPlan({
    laidOut: { seconds: 10, duck: 20, unspoken: [], placed: [], music: [], ...laidOut },
    of: script(...places),
  })
}

/** Sounds of which every sample is one. */
const ones = (): Stereo => {
  const left = new Float32Array(inSamples(10)).fill(1)
  return { left, right: left }
}
/** How loud a plan is at some moments, where all sounds are ones. */
const levels = (plan: PlayPlan, moments: number[]) =>
  moments.map((at) => mixBlock(plan, { from: inSamples(at), frames: 1 }, ones).left[0] ?? 0)

describe('what is heard when, and how loud', () => {
  it('is each piece at its place, with its gain', () => {
    const plan = planOf({ placed: [says(1, 1, 2), says(2, 4, 1, { gain: -20 })] })
    const found = levels(plan, [0.5, 1.5, 2.9, 3.5, 4.5, 5.5])
    expect(found.map((level) => Math.round(level * 1000) / 1000)).toEqual([0, 1, 1, 0, 0.1, 0])
    // Nothing begins or ends within less than five thousandths of a second.
    expect(levels(plan, [1, 1.0025, 1.006])).toEqual([0, expect.closeTo(Math.SQRT1_2, 2), 1])
  })

  it('fades, and crosses over, at equal power', () => {
    const plan = planOf({
      placed: [
        says(1, 0, 4, { fadeOut: 1, sound: 'a' }),
        says(2, 3, 3, { fadeIn: 1, kind: 'clip', sound: 'b' }),
      ],
    })
    const alone = (sound: string, at: number) =>
      mixBlock(plan, { from: inSamples(at), frames: 1 }, (wanted) => (wanted.sound === sound ? ones() : null))
        .left[0] ?? 0
    for (const at of [3, 3.25, 3.5, 3.9]) {
      const share = Math.sin(((at - 3) * Math.PI) / 2)
      expect(alone('b', at)).toBeCloseTo(share, 3)
      expect(alone('a', at) ** 2 + alone('b', at) ** 2).toBeCloseTo(1, 3)
    }
  })

  it('lets music give way before words, and come back after them', () => {
    const plan = planOf({ placed: [says(1, 4, 1, { gain: -120 })], music: [music('bed', 0, 10, 8)] })
    const found = levels(plan, [1, 3.9, 4.5, 5.3, 8])
    expect(found.map((level) => Math.round(level * 100) / 100)).toEqual([1, 0.32, 0.1, 0.32, 1])
  })

  it('is of the right part of each sound: recordings from where they begin, music over and over', () => {
    const plan = planOf({
      seconds: 60,
      placed: [says(1, 5, 20, { kind: 'clip', from: 8, sound: 'clip' })],
      music: [music('bed', 0, 40, 15)],
    })
    /** A sample says which second of its sound it is of. */
    const soundOf = ({ part }: Wanted): Stereo => {
      const left = Float32Array.from({ length: inSamples(10) }, (_, at) => at / 48_000 + (part ?? 0) * 10)
      return { left, right: left }
    }
    const clip = { ...plan, layers: plan.layers.filter(({ key }) => key !== null) }
    const bed = { ...plan, ducking: null, layers: plan.layers.filter(({ key }) => key === null) }
    const at = (of: PlayPlan, moment: number) =>
      mixBlock(of, { from: inSamples(moment), frames: 1 }, soundOf).left[0] ?? 0
    for (const moment of [5.5, 6.9, 7, 16.9, 24.5]) expect(at(clip, moment)).toBeCloseTo(moment + 3, 3)
    for (const moment of [0.5, 9.99, 10, 14.9, 15.1, 29.9, 31])
      expect(at(bed, moment)).toBeCloseTo(moment % 15, 3)
    const parts = wantedIn(plan, 0, inSamples(20)).map(({ wanted }) => `${wanted.sound} ${wanted.part}`)
    expect(parts).toEqual(['bed 0', 'clip 0', 'clip 1', 'bed 1', 'bed 0', 'clip 2'])
  })
})

describe('where the playhead is after an edit', () => {
  const before = planOf({ placed: [says(1, 1, 2), says(2, 4, 2)] })
  const at = (after: PlayPlan, seconds: number) => movedTo(before, after, inSamples(seconds)) / 48_000

  it('is as far into its line as it was', () => {
    const later = planOf({ placed: [says(1, 1, 2), says(2, 7, 2)] })
    expect([0.5, 2, 5].map((seconds) => at(later, seconds))).toEqual([0.5, 2, 8])
    // A line before it is gone, or has come: it is known by its place and not by its number.
    expect(at(planOf({ placed: [says(1, 1, 2)] }, [12]), 5)).toBe(2)
    expect(at(planOf({ placed: [says(1, 1, 1), says(2, 3, 2), says(3, 6, 2)] }, [9, 11, 12]), 5)).toBe(7)
  })

  it('is not beyond what follows a pause that became shorter', () => {
    expect(at(planOf({ placed: [says(1, 1, 2), says(2, 3.2, 2)] }), 3.9)).toBe(3.2)
  })

  it('stays where its line is gone', () => {
    expect(at(planOf({ placed: [] }, []), 5)).toBe(5)
    expect(at(planOf({ seconds: 3, placed: [] }, []), 5)).toBe(3)
  })
})

describe('playing', () => {
  let now: number
  let put: { at: number; block: Stereo }[]
  let failures: string[]
  let asked: Map<string, { come: () => void; fail: () => void; signal: AbortSignal }>
  let playback: Playback
  const plan = planOf({ placed: [says(1, 0, 3), says(2, 4, 2)] })
  let sounds: Sounds
  const start = (of: PlayPlan, seconds = 0) => {
    sounds = createSounds(
      ({ sound }, signal) =>
        new Promise((resolve, reject) => {
          asked.set(sound, { signal, come: () => resolve(ones()), fail: () => reject(new Error('gone')) })
        }),
      () => playback.tick(),
    )
    const onFailure = (name: string, { message }: Error) => failures.push(`${name}: ${message}`)
    const output = { now: () => now, put: (block: Stereo, at: number) => put.push({ at, block }) }
    playback = createPlayback({ output, sounds, onFailure }, of, inSamples(seconds))
    playback.tick()
  }
  const come = async (...names: string[]) => {
    for (const name of names) asked.get(name)?.come()
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  /** Lets time pass as a timer does, and answers whether it goes on. */
  function pass(seconds: number): boolean {
    let goesOn = true
    for (let step = 0; step < seconds * 10 && goesOn; step++) {
      now += 0.1
      goesOn = playback.tick()
    }
    return goesOn
  }
  /** All that was put out, as one channel from the first block on. */
  const output = () => {
    const [first] = put
    const samples = new Float32Array(inSamples(12))
    for (const { at, block } of put) samples.set(block.left, inSamples(at - (first?.at ?? 0)))
    return (seconds: number) => samples[inSamples(seconds)] ?? 0
  }

  beforeEach(() => {
    now = 5
    put = []
    failures = []
    asked = new Map()
  })

  it('puts blocks out one after another, to the sample, and ends with the plan', async () => {
    start(plan)
    expect([playback.isWaiting(), put.length]).toEqual([true, 0])
    await come('says 1', 'says 2')
    expect(playback.position()).toBe(0)
    expect(put[0]?.at).toBeGreaterThan(now)
    pass(3)
    expect(playback.position() / 48_000).toBeCloseTo(2.96, 2)
    expect(pass(9)).toBe(false)
    expect(playback.position()).toBe(plan.frames)
    for (const [at, { at: begins, block }] of put.slice(1).entries()) {
      const before = put[at]
      expect(begins).toBeCloseTo((before?.at ?? 0) + (before?.block.left.length ?? 0) / 48_000, 9)
      expect(block.left.length).toBe(12_000)
    }
    expect([0.5, 2.9, 3.5, 4.5, 6.5].map(output())).toEqual([1, 1, 0, 1, 0])
  })

  it('begins anywhere', async () => {
    start(plan, 4.5)
    expect([...asked.keys()]).toEqual(['says 2'])
    await come('says 2')
    expect(playback.position()).toBe(inSamples(4.5))
    pass(2)
    // In the middle of a sound it comes within a hundredth of a second.
    expect([0, 0.005, 0.02, 1.4, 1.6].map(output())).toEqual([0, expect.closeTo(0.5, 2), 1, 1, 0])
  })

  it('goes on with an edit from what is put out next, without a gap or a step', async () => {
    start(plan)
    await come('says 1', 'says 2')
    pass(1)
    playback.change(planOf({ placed: [says(1, 0, 3, { gain: -6 }), says(2, 8, 2)] }))
    expect(playback.position() / 48_000).toBeCloseTo(0.96, 2)
    pass(5)
    const at = output()
    const samples = Array.from({ length: 2400 }, (_, step) => at(step / 1000))
    const steps = samples.slice(1).map((sample, step) => Math.abs(sample - (samples[step] ?? 0)))
    expect(samples[2390]).toBeCloseTo(10 ** (-6 / 20), 3)
    expect(Math.max(...steps.slice(20))).toBeLessThan(0.1)
    // What is put out a second and a bit ahead had been already.
    expect(samples[1500]).toBe(1)
    expect(at(4.5)).toBe(0)
  })

  it('stands still for what is on its way, and passes over what cannot be had', async () => {
    start(plan)
    await come('says 1')
    pass(4.3)
    expect([playback.isWaiting(), playback.position()]).toEqual([true, inSamples(4)])
    asked.get('says 2')?.fail()
    await come()
    pass(1)
    expect([playback.isWaiting(), new Set(failures)]).toEqual([false, new Set(['Line 2: gone'])])
    expect(pass(9)).toBe(false)
  })

  it('has what could not be had when it is tried again', async () => {
    start(plan, 4)
    asked.get('says 2')?.fail()
    await come()
    asked.clear()
    sounds.retry()
    playback.tick()
    await come('says 2')
    pass(1)
    const isHeard = put.map(({ block }) => block.left[0] === 1)
    expect([isHeard[0], isHeard.includes(true)]).toEqual([false, true])
  })

  it('holds what is heard soon, and lets go of what was', async () => {
    const placed = Array.from({ length: 40 }, (_, at) => says(at + 1, at * 5, 5))
    const places = placed.map((_, at) => at + 1)
    start(planOf({ seconds: 200, placed }, places))
    await come('says 1', 'says 2', 'says 3', 'says 4')
    expect([...asked.keys()]).toEqual(['says 1', 'says 2', 'says 3', 'says 4', 'says 5'])
    pass(11)
    expect([...asked].map(([name, { signal }]) => `${name}${signal.aborted ? ' gone' : ''}`)).toEqual([
      'says 1 gone',
      'says 2 gone',
      'says 3',
      'says 4',
      'says 5',
      'says 6',
      'says 7',
    ])
  })
})
