import { inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { fixtureBundle } from '../../../../test/fixtures/bundle.ts'
import { iconSize, moduleIcon } from './icon.ts'
import { webManifest } from './manifest.ts'

type Manifest = { name: string; short_name: string; icons: { src: string; sizes: string; purpose: string }[] }
const manifestOf = (change: object) => JSON.parse(webManifest({ ...fixtureBundle, ...change })) as Manifest

it('says of a module what a home screen needs', () => {
  expect(manifestOf({ title: 'Bees', language: 'ar', direction: 'rtl' })).toMatchObject({
    name: 'Bees',
    short_name: 'Bees',
    lang: 'ar',
    dir: 'rtl',
    start_url: '.',
    display: 'standalone',
    icons: [{ src: 'icon.png', sizes: '512x512', purpose: 'any maskable' }],
  })
})

it.each([
  ['Check before you click', 'Check before'],
  ['Brandschutzhelferausbildung für alle', 'Brandschutzhelferausbildung'],
  ['  Say  it  ', 'Say it'],
  ['電話を取る前に', '電話を取る前に'],
])('shortens “%s” to whole words', (title, short) => {
  expect(manifestOf({ title }).short_name).toBe(short)
})

it('draws an icon that is a small file of the size it says, with nothing near the edge', () => {
  const size = iconSize
  const png = moduleIcon('m')
  expect(png.length).toBeLessThan(3_000)
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size])
  const start = png.indexOf('IDAT') + 4
  const rows = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  const width = size / 2 + 1
  expect(rows.length).toBe(size * width)
  const pixel = (x: number, y: number) => {
    const pair = rows[y * width + 1 + (x >> 1)] ?? -1
    return x % 2 === 0 ? pair >> 4 : pair & 15
  }
  // Launchers cut maskable icons to shapes that keep a circle of 80 %.
  for (let at = 0; at < size; at++)
    for (const far of [0, Math.floor(size * 0.1), Math.ceil(size * 0.9), size - 1])
      expect([pixel(at, far), pixel(far, at)]).toEqual([0, 0])
  expect(pixel(size / 2, size / 2)).toBe(15)
})

it('gives a module the same icon each time, and not every module the same', () => {
  const icons = ['m1', 'm2', 'm3', 'm4', 'm5'].map((id) => moduleIcon(id).toString('base64'))
  expect(moduleIcon('m1').toString('base64')).toBe(icons[0])
  expect(new Set(icons).size).toBeGreaterThan(1)
})
