import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { frameGrid } from '../../../../../shared/podcast/samples.ts'
import { media, program } from '../../../../../test/harness/media.ts'
import { usualPlaces } from '../../ffmpeg/locate.ts'
import { createFfmpegTools } from '../../ffmpeg/tools.ts'
import type { MixFile } from '../mix/mix.ts'
import { createStore } from '../store.ts'
import { codingOf, type FramedCoding } from './coding.ts'
import { framesIn } from './frames.ts'
import { onePiece, type Piece, piecesOf } from './pieces.ts'
import { createPool } from './pool.ts'
import { fingerprints } from './fingerprints.ts'
import { type Encoded, encodeSound } from './sound.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-sound-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tools = createFfmpegTools(
  usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
)

/** Something like speech over music: syllables of noise, and a chord that never pauses. */
const voice = '0.5*random(0)*(0.55+0.45*sin(2*PI*3*t))*lt(mod(t,2.6),1.9)'
const mixed = (name: string, seconds: number): MixFile => {
  const path = media(name, [
    '-f',
    'lavfi',
    '-i',
    `aevalsrc='${voice}+0.1*sin(2*PI*220*t)|${voice}+0.1*sin(2*PI*277*t)':s=48000:d=${seconds},lowpass=f=6000`,
    ...'-c:a pcm_f32le -f f32le'.split(' '),
  ])
  return { path, channels: 2, first: 0, frames: statSync(path).size / 8 }
}
const store = createStore(join(folder, 'store'))
const filters = ['volume=2dB', 'alimiter=limit=0.7:attack=5:release=50:level=false']

async function encoded(mix: MixFile, kind: string, pieces: readonly Piece[]): Promise<Encoded> {
  const job = { mix, fingerprint: fingerprints(mix), pieces, folder, name: kind, store, pool: createPool(2) }
  const coding = codingOf(`x.${kind}`, 128) as FramedCoding
  const work = encodeSound(tools, job, { coding, filters, rate: 48_000 })
  let step = await work.next()
  while (!step.done) step = await work.next()
  return step.value
}

/** The samples of a stream, left and right in turn. */
function decoded(bytes: Buffer, format: string): Float32Array {
  const path = join(folder, `stream.${format}`)
  writeFileSync(path, bytes)
  const args = ['-v', 'error', '-f', format, '-i', path, '-f', 'f32le', '-']
  const samples = execFileSync(program('ffmpeg'), args, { maxBuffer: 1 << 28 })
  return new Float32Array(samples.buffer, samples.byteOffset, samples.length / 4)
}

const chapters = [
  { start: 0, title: 'One' },
  { start: (frameGrid * 30) / 48_000, title: 'Two' },
  { start: (frameGrid * 71) / 48_000, title: 'Three' },
]

describe.each([
  ['mp3', 'mp3'],
  ['m4a', 'aac'],
])('%s in pieces', (kind, format) => {
  const seconds = 20.2
  const mix = mixed('long.f32', seconds)

  it('sounds as it does in one, at its seams as everywhere', async () => {
    const pieces = piecesOf({ chapters, seconds })
    expect(pieces).toHaveLength(3)
    const [joined, whole] = [await encoded(mix, kind, pieces), await encoded(mix, kind, onePiece(mix.frames))]
    expect(joined.frames).toBe(whole.frames)
    const [one, other] = [decoded(joined.bytes, format), decoded(whole.bytes, format)]
    expect(one.length).toBe(other.length)
    // Of what differs, stretch by stretch: two encodings of one sound are never equal, but no seam may stand out.
    const stretch = 1024 * 2
    const differences = Array.from({ length: Math.floor(one.length / stretch) }, (_, at) => {
      let sum = 0
      for (let i = at * stretch; i < (at + 1) * stretch; i++) sum += ((one[i] ?? 0) - (other[i] ?? 0)) ** 2
      return Math.sqrt(sum / stretch)
    })
    expect(Math.max(...differences)).toBeLessThan(0.05)
    const steps = (samples: Float32Array) => {
      let most = 0
      for (let i = 2; i < samples.length; i++)
        most = Math.max(most, Math.abs((samples[i] ?? 0) - (samples[i - 2] ?? 0)))
      return most
    }
    expect(steps(one)).toBeLessThan(steps(other) * 1.1)
  })

  it('is not encoded anew where it only moved', async () => {
    const first = await encoded(mix, kind, piecesOf({ chapters, seconds }))
    // Two grid steps more of the first chapter.
    const longer = join(folder, `longer-${kind}.f32`)
    execFileSync('sh', ['-c', `(head -c ${frameGrid * 2 * 8} "$1"; cat "$1") > "$2"`, '', mix.path, longer])
    const moved = chapters.map(({ start, title }, at) => ({
      start: at === 0 ? 0 : start + (frameGrid * 2) / 48_000,
      title,
    }))
    const before = readdirSync(join(folder, 'store')).length
    const all = { ...mix, path: longer, frames: mix.frames + frameGrid * 2 }
    const again = await encoded(all, kind, piecesOf({ chapters: moved, seconds: all.frames / 48_000 }))
    // Only the first chapter is new; the others were remembered, to the byte.
    expect(readdirSync(join(folder, 'store')).length - before).toBe(1)
    const frames = frameGrid / (kind === 'mp3' ? 1152 : 1024)
    const from = (sound: Encoded, grid: number) =>
      Buffer.concat(framesIn(sound.bytes, kind === 'mp3' ? 'mp3' : 'm4a').slice(frames * grid))
    expect(from(again, 32)).toEqual(from(first, 30))
  })
})

it('needs of no MP3 frame what is in those before it', async () => {
  const { bytes } = await encoded(mixed('long.f32', 20.2), 'mp3', piecesOf({ chapters, seconds: 20.2 }))
  // The first nine bits after the header say how many bytes before it a frame begins.
  const borrowed = framesIn(bytes, 'mp3').filter((frame) => ((frame[4] ?? 0) << 1) | ((frame[5] ?? 0) >> 7))
  expect(borrowed).toEqual([])
})
