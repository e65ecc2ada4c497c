import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { media } from '../../../../../test/harness/media.ts'
import { usualPlaces } from '../../ffmpeg/locate.ts'
import { createFfmpegTools } from '../../ffmpeg/tools.ts'
import { decodeSound } from './sounds.ts'

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
