import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { beepsOf, framesOf, media as made, numberedVideo, probed } from '../../../../test/harness/media.ts'
import { failureOf, run } from '../../../../test/harness/work.ts'
import type { Range } from '../../../../shared/model/steps/video.ts'
import { createMedia } from '../media.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-trim-'))
afterAll(() => rmSync(folder, { recursive: true }))
const media = createMedia({ ffmpeg: process.env.MORSEL_FFMPEG ?? null, paths: { resources: folder } })
let count = 0
async function cut(input: string, ...ranges: [start: number, end: number][]) {
  const output = join(folder, `cut-${count++}.mp4`)
  const wanted: Range[] = ranges.map(([start, end]) => ({ start, end }))
  return (await run(media.trim({ input, output, ranges: wanted }))).result
}
const numbers = (path: string) => framesOf(path).map(({ number }) => number)
const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)
const words = (text: string) => text.split(' ')

describe('cutting a video', () => {
  it('keeps the very frames between two key frames, evenly spaced, in sync', async () => {
    const { file, seconds } = await cut(numberedVideo({ seconds: 40 }), [7.3, 11.75])
    expect(numbers(file)).toEqual(upTo(219, 352))
    expect(seconds).toBeCloseTo(134 / 30, 2)
    framesOf(file).forEach(({ at }, index) => {
      expect(at).toBeCloseTo(index / 30, 3)
    })
    const beeps = beepsOf(file)
    expect(beeps).toHaveLength(4)
    beeps.forEach((at, index) => {
      expect(at).toBeCloseTo(0.7 + index, 2)
    })
  })

  it('joins ranges in the order they are given, also backwards, without losing or doubling a frame', async () => {
    const { file } = await cut(numberedVideo({ seconds: 40 }), [0, 2], [35, 36.5], [7.3, 9.75], [5, 6.5])
    expect(numbers(file)).toEqual([...upTo(0, 59), ...upTo(1050, 1094), ...upTo(219, 292), ...upTo(150, 194)])
    // Beeps of seconds 0, 1; 35, 36; 8, 9; 5, 6, each beside its frame.
    const places = [0, 30, 60, 90, 105 + 21, 105 + 51, 179, 209].map((frame) => frame / 30)
    expect(beepsOf(file).map((at) => Math.round(at * 100) / 100)).toEqual(
      places.map((at) => Math.round(at * 100) / 100),
    )
  })

  it('stays in sync over many cuts', async () => {
    const ranges = upTo(0, 29).map((second): [number, number] => [second + 0.011, second + 0.743])
    const { file } = await cut(numberedVideo({ seconds: 40 }), ...ranges)
    const frames = numbers(file)
    // A beep begins 0.989 s after each range, outside it: what is heard is the rest of the one before. Its end is the mark.
    const expected = ranges.flatMap(([start, end]) =>
      upTo(Math.ceil(start * 30 - 0.015), Math.ceil(end * 30 - 0.015) - 1),
    )
    expect(frames).toEqual(expected)
    const last = beepsOf(file).at(-1) ?? 0
    const firstOfLast = frames.lastIndexOf(Math.ceil(29.011 * 30 - 0.015))
    expect(Math.abs(last - firstOfLast / 30)).toBeLessThan(1 / 30)
  })

  it.each([
    ['25 frames a second in QuickTime', 'n25.mov', '25', 226, 276],
    ['29.97 frames a second in Matroska', 'n2997.mkv', '30000/1001', 271, 331],
    ['23.976 frames a second', 'n23976.mp4', '24000/1001', 217, 265],
    ['60 frames a second', 'n60.mp4', '60', 543, 664],
  ])('is exact at %s', async (_words, name, rate, first, last) => {
    const { file } = await cut(numberedVideo({ name, rate, seconds: 12 }), [9.04, 11.08])
    const frames = numbers(file)
    expect([frames[0], frames.at(-1)]).toEqual([first, last])
    expect(frames).toEqual(upTo(first, last))
  })

  it('goes from the first frame to the last', async () => {
    const { file } = await cut(numberedVideo({ seconds: 12 }), [0, 12])
    expect(numbers(file)).toEqual(upTo(0, 359))
  })

  it('cuts a video without sound', async () => {
    const { file } = await cut(numberedVideo({ name: 'silent.mp4', hasSound: false }), [1, 2], [4, 5])
    expect(numbers(file)).toEqual([...upTo(30, 59), ...upTo(120, 149)])
    expect(probed(file, ['-show_entries', 'stream=codec_name'])).toEqual([['h264']])
  })

  it('fills up sound that ends before its picture', async () => {
    const input = made('short-sound.mp4', [
      ...words('-f lavfi -i testsrc2=s=320x180:r=30:d=6 -f lavfi -i sine=d=2 -c:v libx264 -pix_fmt yuv420p'),
    ])
    const { file } = await cut(input, [4, 5], [1, 3])
    const [video = 0, audio = 0] = probed(file, ['-show_entries', 'stream=duration']).map(([text]) =>
      Number(text),
    )
    expect(video).toBeCloseTo(3, 1)
    expect(audio).toBeCloseTo(3, 1)
  })
})

describe('frames that are not evenly spaced', () => {
  /** Every frame of the first second, then one a second: as a screen recording. */
  const uneven = () =>
    numberedVideo({
      name: 'uneven.mp4',
      hasSound: false,
      seconds: 8,
      extra: words('-vsync vfr -x264-params keyint=240 -r 30 -metadata comment=uneven'),
    })
  const screen = () =>
    made('screen.mp4', [
      '-i',
      uneven(),
      '-vf',
      "select='lt(t,1)+not(mod(n,30))'",
      ...words('-vsync vfr -c:v libx264 -preset veryfast -bf 0'),
    ])

  it('show what was on screen when the range began, for as long as it was', async () => {
    const { file, seconds } = await cut(screen(), [3.5, 6.25])
    expect(seconds).toBeCloseTo(2.75, 1)
    const shown = framesOf(file)
    const at = (moment: number) => shown.findLast((frame) => frame.at <= moment + 0.001)?.number
    expect([0, 0.4, 0.6, 1.4, 1.6, 2.6].map(at)).toEqual([90, 90, 120, 120, 150, 180])
  })
})

describe('pictures of every kind', () => {
  const source = (name: string, picture: string, coding: string) =>
    made(name, words(`-f lavfi -i testsrc2=${picture}:r=10:d=2 -f lavfi -i sine=d=2 ${coding}`))
  const kind = async (path: string) => {
    const { file } = await cut(path, [0.5, 1.5])
    const [[width, height, shape, format] = []] = probed(file, [
      ...words('-select_streams v:0 -show_entries stream=width,height,sample_aspect_ratio,pix_fmt'),
    ])
    return `${width}x${height} ${shape} ${format}`
  }

  it('become upright, square, even, 8 bits', async () => {
    const upright = source('upright.mp4', 's=320x180', '-c:v libx264 -pix_fmt yuv420p')
    const turned = made('turned.mp4', ['-i', upright, ...words('-c copy -metadata:s:v rotate=90')])
    expect(await kind(turned)).toBe('180x320 1:1 yuv420p')
    const wide = source('wide.mp4', 's=320x180', '-vf setsar=2 -c:v libx264 -pix_fmt yuv420p')
    expect(await kind(wide)).toBe('640x180 1:1 yuv420p')
    const odd = source('odd.webm', 's=320x180', '-vf scale=161:121,setsar=1 -c:v libvpx -c:a libopus')
    expect(await kind(odd)).toBe('162x122 1:1 yuv420p')
    const deep = source('deep.mp4', 's=320x180', '-c:v libx264 -pix_fmt yuv422p10le')
    expect(await kind(deep)).toBe('320x180 1:1 yuv420p')
  })

  it('of HDR keep their brightness', async () => {
    const tags = '-color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc'
    const coding = `-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p10le ${tags}`
    expect(await kind(source('hdr.mp4', 's=320x180', coding))).toBe('320x180 1:1 yuv420p')
  })
})

describe('cutting sound alone', () => {
  it('is exact to the sample', async () => {
    const input = made('beeps.mp3', [
      ...words("-f lavfi -i aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.1)':s=44100:d=8 -c:a libmp3lame"),
    ])
    const { file, seconds } = await cut(input, [0.75, 2.25], [5.5, 7])
    expect(seconds).toBeCloseTo(3, 2)
    expect(probed(file, ['-show_entries', 'stream=codec_name'])).toEqual([['aac']])
    const beeps = beepsOf(file).map((at) => Math.round(at * 100) / 100)
    expect(beeps).toEqual([0.25, 1.25, 2])
  })
})

describe('a cut that does not come about', () => {
  const input = () => numberedVideo({ seconds: 40 })
  const ranges = [{ start: 0, end: 40 }]
  const left = () => readdirSync(folder).filter((name) => name.endsWith('.part'))

  it('leaves nothing when it is cancelled, and the original as it was', async () => {
    const before = statSync(input())
    const output = join(folder, 'cancelled.mp4')
    const controller = new AbortController()
    const work = media.trim({ input: input(), output, ranges }, controller.signal)
    await work.next()
    controller.abort()
    const rest = (async () => {
      for await (const _ of work);
    })()
    await expect(rest).rejects.toMatchObject({ code: 'cancelled' })
    expect([existsSync(output), left()]).toEqual([false, []])
    expect(statSync(input()).mtimeMs).toBe(before.mtimeMs)
  })

  it('says what stands in the way', async () => {
    const code = async (output: string, from = input()) =>
      (await failureOf(run(media.trim({ input: from, output, ranges })))).code
    expect(await code(input())).toBe('file-exists')
    expect(await code(join(folder, 'none', 'a.mp4'))).toBe('write-failed')
    expect(await code(join(folder, 'a.mp4'), join(folder, 'none.mp4'))).toBe('file-missing')
    expect(await code(join(folder, 'a.mp4'), import.meta.filename)).toBe('media-damaged')
    expect(left()).toEqual([])
  })
})
