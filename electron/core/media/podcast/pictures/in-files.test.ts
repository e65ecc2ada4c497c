import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { cover, folder, rendered, says, tags, tools, voiceAt } from '../../../../../test/harness/episodes.ts'
import { readTag } from '../../../../../test/harness/id3.ts'
import { media, program } from '../../../../../test/harness/media.ts'
import type { Timeline } from '../../../../../shared/podcast/timeline.ts'
import { createStore } from '../store.ts'

const jpeg = (color: string) =>
  readFileSync(media(`${color}.jpg`, ['-f', 'lavfi', '-i', `color=c=${color}:s=200x120`, '-frames:v', '1']))
const pictures = new Map<string, Buffer>(['red', 'blue', 'green'].map((color) => [color, jpeg(color)]))
const chapters = [
  { start: 0, title: 'One', picture: 'red' },
  { start: 1.5, title: 'Two' },
  { start: 3, title: 'Three', picture: 'blue' },
  { start: 4, title: 'Four', picture: 'red' },
]
let timeline: Timeline
beforeAll(async () => {
  const placed = [says(await voiceAt(-14), 0.5)]
  timeline = { seconds: 5.5, placed, music: [], duck: 12, cues: [], chapters }
})
afterEach(() => vi.restoreAllMocks())

const store = createStore(join(folder, 'in-files'))
async function made(name: string, change: Partial<typeof tags> = {}): Promise<string> {
  const output = join(folder, name)
  const titled = { ...tags, title: 'Pictures', chapters, pictures, ...change }
  await rendered(timeline, { outputs: [output], store, tags: titled })
  return output
}

const probed = (path: string) =>
  JSON.parse(
    execFileSync(
      program('ffprobe'),
      '-v error -show_streams -show_chapters -of json'.split(' ').concat(path),
    ).toString(),
  ) as { streams: { codec_name: string }[]; chapters: { start_time: string; tags: { title: string } }[] }

describe('an MP3', () => {
  it('has the picture of each chapter in the chapter’s own frame', async () => {
    const path = await made('pictures.mp3', { cover: { path: cover(), kind: 'png' } })
    const { cover: front, chapters: marks } = readTag(readFileSync(path))
    expect([front?.type, front?.mime, front?.bytes.equals(readFileSync(cover()))]).toEqual([
      3,
      'image/png',
      true,
    ])
    expect(marks.map(({ start, title }) => [start, title])).toEqual(
      chapters.map(({ start, title }) => [start * 1000, title]),
    )
    for (const [at, { picture }] of marks.entries()) {
      const name = chapters[at]?.picture
      if (name === undefined) expect(picture).toBeNull()
      else {
        expect([picture?.type, picture?.mime]).toEqual([0, 'image/jpeg'])
        expect(picture?.bytes.equals(jpeg(name))).toBe(true)
      }
    }
    const { streams, chapters: read } = probed(path)
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['mp3', 'png'])
    expect(read.map(({ start_time, tags: { title } }) => [Number(start_time), title])).toEqual(
      chapters.map(({ start, title }) => [start, title]),
    )
  })
})

it('a chapter with a title of many bytes is told of by ffmpeg, too, which misreads its size', async () => {
  const title = 'Nutzen vor dem Preis, und was daraus folgt: '.repeat(4)
  const path = await made('titles.mp3', { chapters: chapters.map((chapter) => ({ ...chapter, title })) })
  expect(readTag(readFileSync(path)).chapters.map((chapter) => chapter.title)).toEqual(
    chapters.map(() => title),
  )
  expect(probed(path).chapters.map(({ start_time }) => Number(start_time))).toEqual([0, 1.5, 3, 4])
})

it('a changed picture encodes no sound anew, and changes none', async () => {
  const sound = (path: string) => {
    const bytes = readFileSync(path)
    return bytes.subarray(readTag(bytes).size)
  }
  const before = await made('before.mp3')
  const spy = vi.spyOn(tools, 'ffmpeg')
  const changed = chapters.map((chapter) => ({ ...chapter, picture: 'green' }))
  const after = await made('after.mp3', { chapters: changed })
  expect(
    readTag(readFileSync(after)).chapters.every(({ picture }) => picture?.bytes.equals(jpeg('green'))),
  ).toBe(true)
  expect(sound(after).equals(sound(before))).toBe(true)
  expect(spy.mock.calls.filter(([{ args }]) => args.includes('libmp3lame'))).toEqual([])
})
