import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Benchmark } from './report.ts'

const folder = new URL('../../out/player/', import.meta.url)
const built = (name: string) => readFileSync(new URL(name, folder))
const kibibytes = (bytes: number) => bytes / 1024
const zipped = (content: Buffer) => kibibytes(gzipSync(content, { level: 9 }).length)

export const benchmark: Benchmark = {
  title: 'Player: bytes a learner loads for page, media and quiz with tracking',
  async measure() {
    const scripts = readdirSync(folder).filter((name) => /^player-\w+\.js$/.test(name))
    const style = Buffer.concat([built('player.css'), built('part-video.css')])
    return [
      ...scripts.flatMap((name) => {
        const script = Buffer.concat([built('part-video.js'), built(name)])
        return [
          { name: `${name}, raw`, value: kibibytes(script.length), unit: 'KiB', budget: 35 },
          { name: `${name}, gzip`, value: zipped(script), unit: 'KiB', budget: 12 },
        ]
      }),
      { name: 'style, raw', value: kibibytes(style.length), unit: 'KiB' },
      { name: 'style, gzip', value: zipped(style), unit: 'KiB' },
    ]
  },
}
