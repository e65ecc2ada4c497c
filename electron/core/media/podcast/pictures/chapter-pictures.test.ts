import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folder, tools } from '../../../../../test/harness/episodes.ts'
import { media, program } from '../../../../../test/harness/media.ts'
import { imageSize } from '../../probe/image.ts'
import { createStore } from '../store.ts'
import { chapterPictures } from './chapter-pictures.ts'

const store = createStore(join(folder, 'pictures'))
const words = (text: string) => text.split(' ')
const drawn = (name: string, graph: string, more = '') =>
  media(name, ['-f', 'lavfi', '-i', graph, '-frames:v', '1', ...words(more).filter(Boolean)])
/** Of so much detail that its JPEGs are large. */
const noisy = (name: string, size: string) => drawn(name, `testsrc2=s=${size},noise=alls=90`)

/** The pictures of chapters that are called as theirs are. */
const taken = (files: Record<string, string>, named = Object.keys(files)) =>
  chapterPictures(
    tools,
    named.map((picture, at) => ({ start: at, title: `About ${picture}`, picture })),
    files,
    { folder, store },
  )
async function jpeg(path: string): Promise<Buffer> {
  const { pictures, notes } = await taken({ it: path })
  expect(notes).toEqual([])
  return pictures.get('it') ?? Buffer.alloc(0)
}
const sizeOf = (bytes: Buffer) => Object.values(imageSize('jpg', bytes) ?? {})
/** The colour of one pixel: red, green, blue. */
function pixel(bytes: Buffer, x: number, y: number): number[] {
  const path = join(folder, 'pixel.jpg')
  writeFileSync(path, bytes)
  const filter = `crop=1:1:${x}:${y}:exact=1,format=rgb24`
  const args = ['-v', 'error', '-i', path, '-vf', filter, '-f', 'rawvideo', '-']
  return [...execFileSync(program('ffmpeg'), args)]
}

describe('the picture of a chapter', () => {
  it('is left as it is when it is a JPEG that is small enough', async () => {
    const path = drawn('small.jpg', 'testsrc2=s=600x400')
    expect((await jpeg(path)).equals(readFileSync(path))).toBe(true)
  })

  it.each([
    ['a large PNG', () => drawn('wide.png', 'testsrc2=s=2000x1000'), [1400, 700]],
    ['a high JPEG', () => drawn('high.jpg', 'testsrc2=s=900x1800'), [700, 1400]],
    ['a small PNG', () => drawn('small.png', 'testsrc2=s=300x200'), [300, 200]],
    ['a GIF', () => drawn('small.gif', 'testsrc2=s=320x240'), [320, 240]],
    ['a WebP', () => drawn('small.webp', 'testsrc2=s=320x240', '-c:v libwebp'), [320, 240]],
    [
      'a JPEG of many bytes',
      () => drawn('heavy.jpg', 'testsrc2=s=1400x1400,noise=alls=90', '-q:v 1'),
      [1400, 1400],
    ],
  ])('becomes a JPEG that players take: %s', async (_, path, size) => {
    expect(sizeOf(await jpeg(path()))).toEqual(size)
  })

  it('is white where it is transparent', async () => {
    const path = drawn('clear.png', 'color=c=red@0.0:s=64x64,format=rgba')
    for (const value of pixel(await jpeg(path), 20, 20)) expect(value).toBeGreaterThan(250)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('stands upright, as EXIF’s orientation %d says', async (orientation) => {
    // Red above, and blue at the left of it, when it is shown as it is.
    const plain = readFileSync(
      drawn(
        'two.jpg',
        'color=c=red:s=96x64,drawbox=y=32:h=32:c=white:t=fill,drawbox=w=48:h=32:c=blue:t=fill',
      ),
    )
    const path = join(folder, `turned${orientation}.jpg`)
    const exif = Buffer.from(
      `4578696600004d4d002a0000000800010112000300000001000${orientation}000000000000`,
      'hex',
    )
    const header = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
    writeFileSync(path, Buffer.concat([plain.subarray(0, 2), header, exif, plain.subarray(2)]))
    const bytes = await jpeg(path)
    expect(sizeOf(bytes)).toEqual(orientation >= 5 ? [64, 96] : [96, 64])
    const [width = 0, height = 0] = sizeOf(bytes)
    const corners = [
      [8, 8],
      [width - 8, 8],
      [8, height - 8],
      [width - 8, height - 8],
    ].map(([x = 0, y = 0]) => nameOf(pixel(bytes, x, y)))
    // https://magnushoff.com/articles/jpeg-orientation: where the corners of what is stored go.
    const expected = {
      1: 'blue red white white',
      2: 'red blue white white',
      3: 'white white red blue',
      4: 'white white blue red',
      5: 'blue white red white',
      6: 'white blue white red',
      7: 'white red white blue',
      8: 'red white blue white',
    }[orientation]
    expect(corners.join(' ')).toBe(expected)
  })
})

function nameOf([red = 0, green = 0, blue = 0]: number[]): string {
  if (green > 128) return 'white'
  return red > blue ? 'red' : 'blue'
}

describe('the pictures of an episode', () => {
  it('are smaller where there are many, each counted as often as it is shown', async () => {
    const files = { it: noisy('noisy.png', '1400x1400') }
    const [once, often] = [
      await taken(files),
      await taken(
        files,
        Array.from({ length: 20 }, () => 'it'),
      ),
    ]
    expect(sizeOf(once.pictures.get('it') ?? Buffer.alloc(0))).toEqual([1400, 1400])
    const small = often.pictures.get('it') ?? Buffer.alloc(0)
    expect(sizeOf(small)[0]).toBeLessThan(1400)
    expect(small.length * 20).toBeLessThanOrEqual(8_000_000)
  })

  it('are made once, and remembered', async () => {
    let calls = 0
    const counted = {
      ...tools,
      ffmpeg: (job: Parameters<typeof tools.ffmpeg>[0]) => (calls++, tools.ffmpeg(job)),
    }
    const files = { it: drawn('once.png', 'testsrc2=s=500x500') }
    const chapters = [{ start: 0, title: 'A', picture: 'it' }]
    const job = { folder, store: createStore(join(folder, 'once')) }
    const first = await chapterPictures(counted, chapters, files, job)
    const second = await chapterPictures(counted, chapters, files, job)
    expect(calls).toBe(1)
    expect(second).toEqual(first)
  })

  it('that are none are left out, in a sentence that names the chapter', async () => {
    const bad = {
      text: 'not a picture',
      cut: readFileSync(drawn('cut.png', 'testsrc2=s=600x400')).subarray(0, 20),
      broken: Buffer.concat([
        readFileSync(drawn('broken.png', 'testsrc2=s=600x400')).subarray(0, 60),
        Buffer.alloc(500, 'x'),
      ]),
      // 40,000 pixels each way, in a header alone.
      huge: Buffer.from('89504e470d0a1a0a0000000d4948445200009c4000009c400802000000', 'hex'),
    }
    const files: Record<string, string> = { gone: join(folder, 'gone.png'), folder }
    for (const [name, bytes] of Object.entries(bad)) {
      files[name] = join(folder, `bad-${name}.png`)
      writeFileSync(files[name], bytes)
    }
    files.good = drawn('good.png', 'testsrc2=s=64x64')
    const { pictures, notes } = await taken(files, [...Object.keys(files), 'unnamed'])
    expect([...pictures.keys()]).toEqual(['good'])
    const sentence = (name: string, problem: string) =>
      `The picture of the chapter “About ${name}” was left out: ${problem}.`
    expect(notes.toSorted()).toEqual(
      [
        sentence('gone', 'there is no such file'),
        sentence('folder', 'there is no such file'),
        sentence('text', 'it is no PNG, JPEG, GIF or WebP picture'),
        sentence('cut', 'it is damaged'),
        sentence('broken', 'it is damaged, or of a kind that ffmpeg cannot read'),
        sentence('huge', 'its 40000 × 40000 pixels are more than 100 megapixels'),
        sentence('unnamed', 'there is no such file'),
      ].toSorted(),
    )
  })
})
