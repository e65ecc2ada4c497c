import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { media } from '../../../../../test/harness/media.ts'
import { usualPlaces } from '../../ffmpeg/locate.ts'
import { createFfmpegTools } from '../../ffmpeg/tools.ts'
import { decodeSound, withoutSilence } from './sounds.ts'

const folder = mkdtempSync(join(tmpdir(), 'morsel-sounds-'))
afterAll(() => rmSync(folder, { recursive: true }))
const tools = createFfmpegTools(
  usualPlaces({ setting: process.env.MORSEL_FFMPEG ?? null, resources: folder }),
)
const cover = () => media('cover.png', ['-f', 'lavfi', '-i', 'color=c=navy:s=300x300', '-frames:v', '1'])
let count = 0

it('names the music that is no music', async () => {
  const decode = (path: string) => decodeSound(tools, path, { folder, number: count++, channels: 2 })
  const noise = join(folder, 'noise.mp3')
  writeFileSync(noise, Buffer.alloc(5000, 'noise'))
  const empty = join(folder, 'empty.wav')
  writeFileSync(empty, '')
  await expect(decode(noise)).rejects.toThrow('noise.mp3 is damaged')
  await expect(decode(empty)).rejects.toThrow('empty.wav is empty')
  await expect(decode(cover())).rejects.toThrow('there is no sound in it')
  await expect(decode(join(folder, 'gone.wav'))).rejects.toMatchObject({ code: 'file-missing' })
})

const song = (name: string, args: string) =>
  media(name, ['-f', 'lavfi', '-i', 'sine=f=440:r=44100:d=6,volume=0.5', ...args.split(' ')])

it('names the music that is protected against copying, by what is in it', async () => {
  for (const kind of ['drms', 'enca']) {
    const bytes = readFileSync(song('song.m4a', '-c:a aac'))
    bytes.write(kind, bytes.indexOf('mp4a'), 'latin1')
    const path = join(folder, `${kind}.m4p`)
    writeFileSync(path, bytes)
    const work = decodeSound(tools, path, { folder, number: count++, channels: 2 })
    await expect(work).rejects.toThrow(`${kind}.m4p, which is protected against copying`)
  }
})

it.each([
  ['song.m4a', '-c:a aac -movflags +faststart'],
  ['song.mp3', '-c:a libmp3lame -b:a 128k'],
  ['song.wav', '-c:a pcm_s16le'],
  ['song.flac', '-c:a flac'],
])('takes %s whole, and names it when it was cut short', async (name, args) => {
  const whole = song(name, args)
  const { samples } = await decodeSound(tools, whole, { folder, number: count++, channels: 2 })
  expect(Math.abs(samples / 48_000 - 6)).toBeLessThan(0.1)
  const bytes = readFileSync(whole)
  const path = join(folder, `half-${name}`)
  writeFileSync(path, bytes.subarray(0, Math.floor(bytes.length * 0.6)))
  const work = decodeSound(tools, path, { folder, number: count++, channels: 2 })
  await expect(work).rejects.toMatchObject({ code: 'media-damaged', details: { name: `half-${name}` } })
  await expect(work).rejects.toThrow('cut short')
})

it('leaves off the silence at the ends of a recording but for a tenth of a second', async () => {
  const path = media('bell-in-silence.wav', [
    '-f',
    'lavfi',
    '-i',
    "aevalsrc='0.3*sin(2*PI*700*t)*between(t,1,2.5)':s=48000:d=4",
    ...'-c:a pcm_s16le'.split(' '),
  ])
  const sound = await decodeSound(tools, path, { folder, number: count++, channels: 1 })
  const { heard } = await withoutSilence(sound)
  expect(heard.from / 48_000).toBeCloseTo(0.9, 2)
  expect(heard.samples / 48_000).toBeCloseTo(1.7, 2)
  expect(sound.samples).toBe(4 * 48_000)
})
