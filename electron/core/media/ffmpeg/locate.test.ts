import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { locate, type Places } from './locate.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'morsel-locate-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const suffix = process.platform === 'win32' ? '.exe' : ''
function put(...parts: string[]): string {
  const path = join(folder, ...parts) + suffix
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}
const places = (changes: Partial<Places> = {}): Places => ({
  setting: null,
  bundled: join(folder, 'bundled'),
  packages: (tool) => join(folder, 'packages', tool) + suffix,
  path: join(folder, 'path'),
  ...changes,
})

test('the setting comes before the bundle, the bundle before npm’s packages, these before PATH', () => {
  const onPath = put('path', 'ffmpeg')
  expect(locate('ffmpeg', places())).toEqual({ path: onPath, from: 'PATH' })
  const packaged = put('packages', 'ffmpeg')
  expect(locate('ffmpeg', places())).toEqual({ path: packaged, from: '@ffmpeg-installer' })
  const bundled = put('bundled', 'ffmpeg')
  expect(locate('ffmpeg', places())?.path).toBe(bundled)
  const own = put('mine', 'ffmpeg-7')
  expect(locate('ffmpeg', places({ setting: own }))?.path).toBe(own)
})

test('the setting may name the folder, and its ffprobe lies beside it', () => {
  const ffmpeg = put('mine', 'ffmpeg')
  const ffprobe = put('mine', 'ffprobe')
  for (const setting of [ffmpeg, dirname(ffmpeg)]) {
    expect(locate('ffmpeg', places({ setting }))?.path).toBe(ffmpeg)
    expect(locate('ffprobe', places({ setting }))?.path).toBe(ffprobe)
  }
})

test('a wrong setting is not passed over in silence', () => {
  put('path', 'ffmpeg')
  put('path', 'ffprobe')
  expect(locate('ffmpeg', places({ setting: join(folder, 'gone') }))).toBeNull()
  // Else a video could be imported that nothing can then cut.
  expect(locate('ffprobe', places({ setting: join(folder, 'gone') }))).toBeNull()
})

test('nothing anywhere is null, and so is what cannot be run', () => {
  expect(locate('ffmpeg', places({ packages: null }))).toBeNull()
  if (process.platform === 'win32') return
  chmodSync(put('path', 'ffprobe'), 0o644)
  mkdirSync(join(folder, 'path', 'ffmpeg'))
  expect(locate('ffprobe', places({ packages: null }))).toBeNull()
  expect(locate('ffmpeg', places({ packages: null }))).toBeNull()
})
