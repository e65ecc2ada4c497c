import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { locate, type ToolName, usualPlaces } from '../../electron/core/media/ffmpeg/locate.ts'

/** Small media made by the ffmpeg that is there, once, and kept under `out/`. */
const cache = fileURLToPath(new URL('../../out/cache/test-media/', import.meta.url))

const places = usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: cache })

/** The program's path; tests that need it fail without it, for `npm ci` brings one. */
export function program(tool: ToolName): string {
  const found = locate(tool, places)
  if (!found) throw new Error(`${tool} was not found: run "npm ci"`)
  return found.path
}

/** A media file called `name`, made by ffmpeg from `args`. The same name and arguments give the same file. */
export function media(name: string, args: string[]): string {
  const key = createHash('sha256').update(JSON.stringify(args)).digest('hex').slice(0, 8)
  const folder = join(cache, key)
  const path = join(folder, name)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  // Two workers may make it at once: each its own, and the last rename wins.
  const unfinished = join(folder, `${process.pid}${extname(name)}`)
  execFileSync(program('ffmpeg'), ['-v', 'error', '-nostdin', '-y', ...args, unfinished])
  renameSync(unfinished, path)
  return path
}

const words = (text: string) => text.split(' ')
const codedFrames = (seconds: number, rate: string) =>
  words(
    `-f lavfi -i testsrc2=s=320x180:r=${rate}:d=${seconds} -f lavfi -i color=c=black:s=320x20:r=${rate}:d=${seconds}`,
  )
const beeps = (seconds: number) =>
  words(`-f lavfi -i aevalsrc='0.5*sin(2*PI*1000*t)*lt(mod(t,1),0.1)':s=48000:d=${seconds}`)
const code =
  "[1:v]format=gray,geq=lum='if(mod(floor(N/pow(2,floor(X/16))),2),235,16)',format=yuv420p[code];[0:v][code]overlay=0:0:shortest=1,format=yuv420p[v]"

/**
 * A video whose every frame carries its number as a bar code of 20 bits (blocks of 16 pixels along the top), with a beep of
 * 100 ms at every whole second. Key frames are eight seconds apart and there are B frames: the hard case for cutting.
 */
export function numberedVideo({
  name = 'numbered.mp4',
  seconds = 12,
  rate = '30',
  hasSound = true,
  extra = [] as string[],
} = {}): string {
  return media(name, [
    ...codedFrames(seconds, rate),
    ...(hasSound ? beeps(seconds) : []),
    '-filter_complex',
    code,
    ...words(`-map [v]${hasSound ? ' -map 2:a -c:a aac' : ''}`),
    ...words('-c:v libx264 -preset veryfast -crf 23 -g 240 -bf 3'),
    ...extra,
  ])
}

/** The numbers on a video's frames in the order they are shown, with each frame's time in seconds. */
export function framesOf(path: string): { number: number; at: number }[] {
  const pixels = execFileSync(
    program('ffmpeg'),
    [
      ...words('-v error -nostdin -i'),
      path,
      ...words('-map 0:v:0 -vsync passthrough -vf crop=320:20:0:0,format=gray -f rawvideo -'),
    ],
    { maxBuffer: 1 << 30 },
  )
  const times = shownTimes(path)
  const size = 320 * 20
  return Array.from({ length: pixels.length / size }, (_, frame) => {
    let number = 0
    for (let bit = 0; bit < 20; bit++) if (brightness(pixels, frame * size, bit) > 128) number += 2 ** bit
    return { number, at: times[frame] ?? Number.NaN }
  })
}

function brightness(pixels: Buffer, frame: number, bit: number): number {
  let sum = 0
  for (let y = 6; y < 14; y++) for (let x = 4; x < 12; x++) sum += pixels[frame + y * 320 + bit * 16 + x] ?? 0
  return sum / 64
}

/** The times of a video's frames in the file's own clock, in seconds, in the order they are shown. */
export function shownTimes(path: string): number[] {
  return probed(path, ['-select_streams', 'v:0', '-show_entries', 'packet=pts_time,flags'])
    .filter(([, flags = '']) => !flags.includes('D'))
    .map(([time = '']) => Number.parseFloat(time))
    .toSorted((one, other) => one - other)
}

/** When each beep begins, in seconds of the file's own clock, found in the samples to half a millisecond or so. */
export function beepsOf(path: string): number[] {
  const samples = execFileSync(
    program('ffmpeg'),
    ['-v', 'error', '-nostdin', '-i', path, '-map', '0:a:0', '-ac', '1', '-ar', '48000', '-f', 's16le', '-'],
    { maxBuffer: 1 << 30 },
  )
  const [[start = '0'] = []] = probed(path, ['-select_streams', 'a:0', '-show_entries', 'stream=start_time'])
  const found: number[] = []
  let quiet = 480
  for (let at = 0; at < samples.length / 2; at++) {
    const isLoud = Math.abs(samples.readInt16LE(at * 2)) > 3000
    if (isLoud && quiet >= 480) found.push(at / 48000 + Number.parseFloat(start))
    quiet = isLoud ? 0 : quiet + 1
  }
  return found
}

/** What ffprobe answers, as rows of fields. */
export function probed(path: string, args: string[]): string[][] {
  return execFileSync(program('ffprobe'), ['-v', 'error', ...args, '-of', 'csv=p=0', path], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
    .trim()
    .split('\n')
    .map((line) => line.split(','))
}
