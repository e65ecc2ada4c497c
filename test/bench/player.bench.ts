import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Benchmark } from './report.ts'

const built = (name: string) => readFileSync(new URL(`../../out/player/${name}`, import.meta.url))
const kibibytes = (bytes: number) => bytes / 1024

export const benchmark: Benchmark = {
  title: 'Player: bytes a learner loads for page, media and quiz with tracking',
  async measure() {
    const script = built('player.js')
    const style = built('player.css')
    return [
      { name: 'script, raw', value: kibibytes(script.length), unit: 'KiB', budget: 40 },
      {
        name: 'script, gzip',
        value: kibibytes(gzipSync(script, { level: 9 }).length),
        unit: 'KiB',
        budget: 14,
      },
      { name: 'style, raw', value: kibibytes(style.length), unit: 'KiB' },
      { name: 'style, gzip', value: kibibytes(gzipSync(style, { level: 9 }).length), unit: 'KiB' },
    ]
  },
}
