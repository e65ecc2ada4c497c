import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { media, program } from '../../../../test/harness/media.ts'
import { hasEspeak, withoutEspeak } from '../../../../test/harness/speaks.ts'
import { run } from '../../../../test/harness/work.ts'
import { espeak } from '../speech/engines/espeak.ts'
import { createPodcasts } from './podcasts.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-episode-'))
afterAll(() => rmSync(folder, { recursive: true }))
const ports = {
  ffmpeg: process.env.MORSEL_FFMPEG ?? null,
  log: () => {},
  paths: { resources: folder, home: join(folder, 'home') },
}
const podcasts = createPodcasts(ports, { engines: [espeak] })

const says = (place: number, speaker: string, text: string): Line => {
  return { place, kind: 'speech', speaker, text, source: null }
}
const script = (change: Partial<Script> = {}): Script => ({
  title: 'Value before price',
  author: 'Ada',
  language: 'en',
  licence: 'CC BY 4.0',
  speakers: [
    { name: 'Ana', voice: 'en-gb', speed: 1 },
    { name: 'Ben', voice: 'en-us', speed: 1.2 },
  ],
  pronunciation: {},
  music: { intro: null, bed: null, outro: null, duck: 12 },
  cover: null,
  loudness: 'stereo',
  chapters: [
    {
      title: 'Opening',
      lines: [says(1, 'Ana', 'Today we *talk* of value. Nothing else.'), says(2, 'Ben', 'Good.')],
    },
    {
      title: 'The moves',
      lines: [
        { place: 4, kind: 'pause', seconds: 2 },
        says(5, 'Ben', 'But what do I say first?'),
        { place: 6, kind: 'clip', file: 'bell.wav', speaker: null, text: 'A bell.' },
      ],
    },
  ],
  ...change,
})
const bell = () =>
  media('bell.wav', ['-f', 'lavfi', '-i', 'sine=f=900:r=44100:d=0.6', '-ac', '2', '-c:a', 'pcm_s16le'])

/** The stretches of a file in which something is heard, in seconds. */
function heardIn(path: string): { start: number; end: number }[] {
  const pcm = execFileSync(
    program('ffmpeg'),
    ['-v', 'error', '-i', path, '-map', '0:a', '-ac', '1', '-ar', '8000', '-f', 's16le', '-'],
    { maxBuffer: 64_000_000 },
  )
  const spans: { start: number; end: number }[] = []
  for (let at = 0; at < pcm.length / 2; at++) {
    if (Math.abs(pcm.readInt16LE(at * 2)) < 250) continue
    const now = at / 8000
    const last = spans.at(-1)
    if (last && now - last.end < 0.15) last.end = now
    else spans.push({ start: now, end: now })
  }
  return spans
}

const secondsIn = (clock: string) => {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return hours * 3600 + minutes * 60 + seconds
}

describe.skipIf(!hasEspeak)(`an episode${hasEspeak ? '' : ` (${withoutEspeak})`}`, () => {
  it('is spoken, cut together and mastered; transcript and chapters name what is heard to 50 ms', async () => {
    const [output, transcript, chapters] = ['e.mp3', 'e.vtt', 'e.json'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ]
    const request = {
      script: script(),
      files: { 'bell.wav': bell() },
      outputs: [output],
      transcript,
      chapters,
    }
    const { result, progress } = await run(podcasts.make(request))
    expect(result).toMatchObject({ chapters: 2, cues: 5, files: [{ file: output }] })
    const [file] = result.files
    expect(Math.abs((file?.loudness ?? 0) + 16)).toBeLessThanOrEqual(0.3)
    expect(file?.peak).toBeLessThanOrEqual(-1)
    expect(progress.map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['Speaking', 'Mixing', 'Encoding']),
    )
    const fractions = progress.map(({ fraction }) => fraction ?? 0)
    expect(fractions).toEqual(fractions.toSorted((one, other) => one - other))

    const cues = [...readFileSync(transcript, 'utf8').matchAll(/^(\S+) --> (\S+)$/gm)].map(
      ([, start = '', end = '']) => {
        return { start: secondsIn(start), end: secondsIn(end) }
      },
    )
    const heard = heardIn(output)
    expect(cues).toHaveLength(5)
    for (const { start, end } of cues) {
      expect(Math.min(...heard.map((span) => Math.abs(span.start - start)))).toBeLessThanOrEqual(0.05)
      expect(Math.min(...heard.map((span) => Math.abs(span.end - end)))).toBeLessThanOrEqual(0.05)
    }
    const marks = JSON.parse(readFileSync(chapters, 'utf8')) as { chapters: { startTime: number }[] }
    expect(marks.chapters.map(({ startTime }) => startTime)).toEqual([0, cues[3]?.start])
    expect((cues[3]?.start ?? 0) - (cues[2]?.end ?? 0)).toBeCloseTo(2, 2)
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('morsel-podcast-'))).toEqual([])
  })

  it('tells of a voice nobody has, and of a recording that is damaged, before anything is made', async () => {
    const noise = join(folder, 'noise.wav')
    writeFileSync(noise, Buffer.alloc(2000, 'noise'))
    const output = join(folder, 'never.mp3')
    const unknown = script({ speakers: [{ name: 'Ana', voice: 'klingon-x9', speed: 1 }] })
    for (const [request, code] of [
      [{ script: unknown, files: { 'bell.wav': bell() } }, 'voice-unknown'],
      [{ script: script(), files: { 'bell.wav': noise } }, 'media-damaged'],
      [{ script: script(), files: {} }, 'file-missing'],
    ] as const)
      await expect(run(podcasts.make({ ...request, outputs: [output] }))).rejects.toMatchObject({ code })
    expect(readdirSync(folder)).not.toContain('never.mp3')
  })
})

it('nothing to speak with says how to get it', async () => {
  const mute = createPodcasts(ports, { engines: [{ ...espeak, version: async () => null }] })
  const work = run(
    mute.make({ script: script(), files: { 'bell.wav': bell() }, outputs: [join(folder, 'mute.mp3')] }),
  )
  await expect(work).rejects.toThrow(/^Nothing on this machine can speak\. Install/)
  expect(await mute.voices()).toMatchObject({ engines: [], missing: [{ name: 'espeak-ng' }] })
})
