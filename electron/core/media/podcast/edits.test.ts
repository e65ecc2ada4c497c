import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, levelOf, noise, rendered, says, tone, voiceAt } from '../../../../test/harness/episodes.ts'
import { newScript } from '../../../../shared/podcast/new-script.ts'
import { planEpisode } from '../../../../shared/podcast/plan.ts'
import type { ClipLine, Line } from '../../../../shared/podcast/script.ts'
import type { Placed, Sound, Timeline } from '../../../../shared/podcast/timeline.ts'

let count = 0
const unedited = { start: 0, end: null, gain: 0, fadeIn: 0, fadeOut: 0 }

/** Clips with pauses between them, as a WAV: what is done to sound is then seen in it, and no coder's doing. */
async function heardOf(parts: readonly ({ sound: Sound; edit?: ClipLine['edit'] } | number)[]): Promise<{
  output: string
  timeline: Timeline
}> {
  const lines = parts.map((part, at): Line => {
    if (typeof part === 'number') return { place: at, kind: 'pause', seconds: part }
    const clip = {
      place: at,
      kind: 'clip' as const,
      file: `${at}`,
      speaker: null,
      text: 'Sound',
      source: null,
    }
    return { ...clip, edit: part.edit ?? unedited }
  })
  const script = { ...newScript({ title: 'Edits', language: 'en' }), chapters: [{ title: null, lines }] }
  const timeline = planEpisode(
    script,
    {
      sentencesOf: () => [],
      clipOf: ({ place }) => {
        const part = parts[place]
        if (part === undefined || typeof part === 'number') return null
        return { sound: part.sound, heard: { from: 0, samples: part.sound.samples } }
      },
    },
    { intro: null, bed: null, outro: null },
  )
  const output = join(folder, `edits-${count++}.wav`)
  await rendered(timeline, { outputs: [output] })
  return { output, timeline }
}

describe('a recording that was edited', () => {
  it('is heard from where to where its edit says, and what follows comes sooner', async () => {
    const twice = await tone(
      500,
      2,
      48_000,
      'aevalsrc=0.3*sin(2*PI*if(lt(t\\,2)\\,500\\,2000)*t):d=4:s=48000',
    )
    const { output, timeline } = await heardOf([
      { sound: twice, edit: { ...unedited, start: 1, end: 2.5 } },
      0.5,
      { sound: await tone(900, 1) },
    ])
    expect(timeline.seconds).toBeCloseTo(3, 3)
    expect(levelOf(output, [0.1, 0.9], 500) - levelOf(output, [1.1, 1.4], 500)).toBeGreaterThan(30)
    expect(levelOf(output, [1.1, 1.4], 2000) - levelOf(output, [0.1, 0.9], 2000)).toBeGreaterThan(30)
    expect(levelOf(output, [1.55, 1.95])).toBeLessThan(-60)
    expect(levelOf(output, [2.1, 2.9], 900)).toBeGreaterThan(-25)
  })

  it('is as much louder as its edit says, whatever level its file has', async () => {
    const [soft, loud] = [
      await tone(700, 2, 22_050, 'sine=f=700:r=22050:d=2,volume=-30dB'),
      await tone(1100, 2),
    ]
    const { output } = await heardOf([
      { sound: soft },
      0.5,
      { sound: loud },
      0.5,
      { sound: loud, edit: { ...unedited, gain: -6 } },
      0.5,
      { sound: soft, edit: { ...unedited, gain: 4 } },
    ])
    const [first, second, softer, louder] = [0, 2.5, 5, 7.5].map((at) =>
      levelOf(output, [at + 0.5, at + 1.5]),
    )
    expect(Math.abs((first ?? 0) - (second ?? 0))).toBeLessThan(1)
    expect((second ?? 0) - (softer ?? 0)).toBeCloseTo(6, 0)
    expect((louder ?? 0) - (first ?? 0)).toBeCloseTo(4, 0)
  })

  it('comes and goes over its fades, at equal power', async () => {
    const { output } = await heardOf([
      { sound: await tone(1100, 6), edit: { ...unedited, fadeIn: 2, fadeOut: 2 } },
    ])
    const middle = levelOf(output, [2.5, 3.5])
    for (const half of [1, 5]) expect(middle - levelOf(output, [half - 0.1, half + 0.1])).toBeCloseTo(3, 0)
    for (const end of [0, 5.95]) expect(middle - levelOf(output, [end, end + 0.05])).toBeGreaterThan(20)
  })
})

describe('two recordings that cross over', () => {
  it('are as loud together as each is alone, and both are heard', async () => {
    const [one, other] = [await noise(6, 1), await noise(6, 2)]
    const { output, timeline } = await heardOf([{ sound: one }, -2, { sound: other }])
    expect(timeline.seconds).toBeCloseTo(10, 3)
    const [before, crossing, after] = [
      levelOf(output, [2, 3.5]),
      levelOf(output, [4.3, 5.7]),
      levelOf(output, [6.5, 8]),
    ]
    expect(crossing).toBeCloseTo(before, 0)
    expect(after).toBeCloseTo(before, 0)
  })

  it('go over from one to the other', async () => {
    const { output } = await heardOf([{ sound: await tone(500, 4) }, -2, { sound: await tone(1500, 4) }])
    const [early, late] = [
      [2.1, 2.3],
      [3.7, 3.9],
    ] as const
    expect(levelOf(output, [...early], 500) - levelOf(output, [...late], 500)).toBeGreaterThan(8)
    expect(levelOf(output, [...late], 1500) - levelOf(output, [...early], 1500)).toBeGreaterThan(8)
  })
})

describe('music', () => {
  const words = async (gain: number): Promise<Timeline> => ({
    seconds: 9,
    placed: [says(await tone(3000, 3), 3)],
    music: [
      {
        sound: await tone(200, 2, 48_000),
        role: 'bed',
        start: 0,
        seconds: 9,
        gain,
        fadeIn: 0.02,
        fadeOut: 0.02,
      },
    ],
    duck: 12,
    chapters: [],
    cues: [],
  })

  it('is louder than it usually would be by what the script says', async () => {
    const apart = async (gain: number) => {
      const output = join(folder, `music${gain}.wav`)
      await rendered(await words(gain), { outputs: [output] })
      return levelOf(output, [3.5, 5.5], 200) - levelOf(output, [3.5, 5.5], 3000)
    }
    const [usual, softer, louder] = [await apart(0), await apart(-9), await apart(5)]
    expect(usual - softer).toBeCloseTo(9, 0)
    expect(louder - usual).toBeCloseTo(5, 0)
  })
})

it('speech with noise taken out is heard when it would be heard otherwise', async () => {
  const voice = await voiceAt(-14)
  const placed: Placed[] = [says(voice, 0.5), says(voice, 6)]
  const timeline = { seconds: 11, placed, music: [], duck: 12, chapters: [], cues: [] }
  const starts = []
  for (const denoise of [false, true]) {
    const output = join(folder, `denoise-${denoise}.wav`)
    await rendered(timeline, { outputs: [output], denoise })
    const at = Array.from({ length: 1100 }, (_, step) => levelOf(output, [step / 100, step / 100 + 0.01]))
    starts.push(at.findIndex((level) => level > -35))
  }
  for (const start of starts) expect(Math.abs(start - 50)).toBeLessThanOrEqual(4)
})
