import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { cover, folder, rendered, says, tags, tools, voiceAt } from '../../../../../test/harness/episodes.ts'
import { readTag } from '../../../../../test/harness/id3.ts'
import { readPictureTrack } from '../../../../../test/harness/mp4.ts'
import { media, program } from '../../../../../test/harness/media.ts'
import type { Timeline } from '../../../../../shared/podcast/timeline.ts'
import { addPictures } from '../master/m4a-pictures.ts'
import { withPictureTrack } from '../master/mp4/picture-track.ts'
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
  ) as {
    streams: { codec_name: string; duration: string }[]
    chapters: { start_time: string; tags: { title: string } }[]
  }

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

describe('an M4A', () => {
  const front = { path: cover(), kind: 'png' as const }
  const sound = (path: string) =>
    execFileSync(program('ffmpeg'), ['-v', 'error', '-i', path, '-map', '0:a', '-f', 'md5', '-']).toString()

  it('has a track of the chapters’ pictures, which the sound names, and sounds as it did', async () => {
    const path = await made('pictures.m4a', { cover: front })
    const { isEnabled, pictures: shown } = readPictureTrack(readFileSync(path))
    expect(isEnabled).toBe(false)
    expect(shown.map(({ start }) => start)).toEqual(chapters.map(({ start }) => start))
    for (const [at, { bytes, size }] of shown.entries()) {
      const name = chapters[at]?.picture
      // The cover stands in, as a JPEG of its own size.
      if (name === undefined) expect(size).toEqual([300, 300])
      else expect([bytes.equals(jpeg(name)), ...size]).toEqual([true, 200, 120])
    }
    const { streams, chapters: read } = probed(path)
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['aac', 'bin_data', 'mjpeg', 'png'])
    expect(streams[2]).toMatchObject({
      width: 200,
      height: 120,
      nb_frames: '4',
      disposition: { timed_thumbnails: 1 },
    })
    expect(read.map(({ start_time, tags: { title } }) => [Number(start_time), title])).toEqual(
      chapters.map(({ start, title }) => [start, title]),
    )
    const plain = await made('plain.m4a', { cover: front, pictures: new Map() })
    expect(probed(plain).streams).toHaveLength(3)
    expect(sound(path)).toBe(sound(plain))
    expect(streams[0]?.duration).toBe(probed(plain).streams[0]?.duration)
    // A picture that is shown twice stands there once.
    const once = [jpeg('red'), jpeg('blue')].reduce((sum, { length }) => sum + length, 0)
    const grown = readFileSync(path).length - readFileSync(plain).length
    expect(grown).toBeLessThan(once + (shown[1]?.bytes.length ?? 0) + 1000)
  })

  it('without a cover is white where a chapter has no picture', async () => {
    const { pictures: shown } = readPictureTrack(readFileSync(await made('white.m4a')))
    expect(shown.map(({ size }) => size[0])).toEqual([200, 64, 200, 200])
  })

  it('that is built otherwise stays as it is, and that is told', async () => {
    const path = join(folder, 'other.m4a')
    writeFileSync(path, 'no boxes at all, but words')
    const notes: string[] = []
    await addPictures(tools, {
      mix: { path, first: 0, frames: 240_000, channels: 2 },
      tags: { ...tags, chapters, pictures },
      temporary: path,
      path,
      folder,
      name: 'other.m4a',
      store,
      note: (sentence) => notes.push(sentence),
    })
    expect(readFileSync(path, 'utf8')).toBe('no boxes at all, but words')
    expect(notes).toEqual([expect.stringMatching(/^other\.m4a has the titles of its chapters and not/)])
    const file = readFileSync(await made('built.m4a', { pictures: new Map() }))
    const picture = { start: 0, jpeg: jpeg('red'), width: 200, height: 120 }
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('no boxes at all, but words'),
      file.subarray(0, 2000),
      Buffer.from(file.toString('latin1').replace('moov', 'free'), 'latin1'),
      Buffer.from(file.toString('latin1').replace('soun', 'none'), 'latin1'),
      Buffer.from(file.toString('latin1').replace('stco', 'co64'), 'latin1'),
    ])
      expect(() => withPictureTrack(bytes, [picture], 5)).toThrow(RangeError)
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
