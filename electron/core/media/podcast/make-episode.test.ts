import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { readTag } from '../../../../test/harness/id3.ts'
import { media, program } from '../../../../test/harness/media.ts'
import { hasEspeak, withoutEspeak } from '../../../../test/harness/speaks.ts'
import { run } from '../../../../test/harness/work.ts'
import { espeak } from '../speech/engines/espeak.ts'
import { createPodcasts } from './podcasts.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-episode-'))
// What is left behind on the way is seen in a temporary folder of their own.
mkdirSync(join(folder, 'temporary'))
for (const name of ['TMPDIR', 'TEMP']) vi.stubEnv(name, join(folder, 'temporary'))
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})
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
  music: { intro: null, bed: null, outro: null, duck: 12, level: 0 },
  cover: null,
  loudness: 'stereo',
  denoise: false,
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
        {
          place: 6,
          kind: 'clip',
          file: 'bell.wav',
          speaker: null,
          text: 'A bell.',
          source: null,
          edit: null,
        },
      ],
    },
  ],
  ...change,
})
const bell = () =>
  media('bell.wav', ['-f', 'lavfi', '-i', 'sine=f=900:r=44100:d=0.6', '-ac', '2', '-c:a', 'pcm_s16le'])
/** As large as directories want a cover, and of much detail: ffmpeg does not know such a JPEG by its beginning. */
const picture = (name: string) =>
  media(name, ['-f', 'lavfi', '-i', 'testsrc2=s=1400x1400,noise=alls=40', '-frames:v', '1', '-q:v', '3'])

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
      script: script({ cover: 'cover.jpg' }),
      files: { 'bell.wav': bell(), 'cover.jpg': picture('cover.jpg') },
      outputs: [output],
      transcript,
      chapters,
    }
    const { result, progress } = await run(podcasts.make(request))
    expect(result).toMatchObject({ chapters: 2, cues: 5, files: [{ file: output }] })
    expect(
      execFileSync(
        program('ffprobe'),
        ['-v', 'error', '-show_entries', 'stream=codec_name', '-of', 'csv=p=0', output],
        { encoding: 'utf8' },
      )
        .trim()
        .split(/\s+/),
    ).toEqual(['mp3', 'mjpeg'])
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
    expect(readdirSync(tmpdir())).toEqual([])
  })

  it('has the pictures of its chapters, and is made without one that is none, which it tells of', async () => {
    const [opening, moves] = script().chapters
    if (!opening || !moves) throw new Error('The script has two chapters')
    const noise = join(folder, 'noise.png')
    writeFileSync(noise, 'noise')
    const output = join(folder, 'pictures.mp3')
    const { result } = await run(
      podcasts.make({
        script: script({
          chapters: [
            { ...opening, picture: 'one.jpg' },
            { ...moves, picture: 'noise.png' },
          ],
        }),
        files: { 'bell.wav': bell(), 'one.jpg': picture('one.jpg'), 'noise.png': noise },
        outputs: [output],
      }),
    )
    expect(result.notes).toEqual([
      'The picture of the chapter “The moves” was left out: it is no PNG, JPEG, GIF or WebP picture.',
    ])
    expect(result.timeline.chapters).toEqual([
      { start: 0, title: 'Opening', picture: 'one.jpg' },
      { start: expect.any(Number), title: 'The moves' },
    ])
    const { chapters } = readTag(readFileSync(output))
    expect(chapters.map((chapter) => (chapter.picture ? 'picture' : 'none'))).toEqual(['picture', 'none'])
    expect(readdirSync(tmpdir())).toEqual([])
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

describe('before anything is made', () => {
  const place = (name: string) => join(folder, name)
  const request = { script: script(), outputs: [place('new.mp3')] }
  const words = 'Weeks of work'
  const kept = place('kept.md')
  writeFileSync(kept, words)

  it.each([
    ['a transcript that is there', { transcript: kept }, 'file-exists'],
    ['chapters that are there', { chapters: kept }, 'file-exists'],
    [
      'the script, even where files are replaced',
      { chapters: kept, source: kept, overwrite: true },
      'invalid-input',
    ],
    [
      'the script by another way',
      { transcript: join(folder, '..', basename(folder), 'kept.md'), source: kept, overwrite: true },
      'invalid-input',
    ],
    [
      'transcript and chapters in one',
      { transcript: place('one.txt'), chapters: place('one.txt') },
      'invalid-input',
    ],
    [
      'a transcript in place of the episode',
      { transcript: place('new.mp3'), overwrite: true },
      'invalid-input',
    ],
    ['a kind of file that is no episode', { outputs: [place('new.aac')] }, 'invalid-input'],
    ['a folder that is not there', { transcript: place('nowhere/new.vtt') }, 'write-failed'],
  ])('refuses to write %s, and leaves all as it is', async (_, change, code) => {
    const work = run(podcasts.make({ ...request, files: { 'bell.wav': bell() }, ...change }))
    await expect(work).rejects.toMatchObject({ code })
    expect(readFileSync(kept, 'utf8')).toBe(words)
    expect(readdirSync(folder).filter((name) => /^(?:new|one)/.test(name))).toEqual([])
  })

  it('refuses to write an episode over a recording in it', async () => {
    const recording = place('own.mp3')
    const bytes = readFileSync(bell())
    writeFileSync(recording, bytes)
    const work = podcasts.make({
      ...request,
      files: { 'bell.wav': recording },
      outputs: [recording],
      overwrite: true,
    })
    await expect(run(work)).rejects.toMatchObject({ code: 'invalid-input' })
    expect(readFileSync(recording)).toEqual(bytes)
  })

  it('refuses a cover that is no PNG or JPEG by its content, whatever it is called', async () => {
    const playlist = place('cover.png')
    writeFileSync(playlist, `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:${kept}\n#EXT-X-ENDLIST\n`)
    for (const [path, code] of [
      [playlist, 'file-kind-unknown'],
      [picture('cover.gif'), 'unsupported'],
      [place('none.png'), 'file-missing'],
    ] as const) {
      const files = { 'bell.wav': bell(), 'cover.png': path }
      const work = podcasts.make({ ...request, script: script({ cover: 'cover.png' }), files })
      await expect(run(work)).rejects.toMatchObject({ code })
    }
    expect(readdirSync(folder)).not.toContain('new.mp3')
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
