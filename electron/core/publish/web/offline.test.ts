import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fixtureBundle } from '../../../../test/fixtures/bundle.ts'
import { writePretendPlayer } from '../../../../test/harness/pretend-player.ts'
import { type PackageFile, textFile } from '../package-file.ts'
import { offlinePage, withOffline } from './offline.ts'

let built: string
beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'morsel-offline-'))
  writePretendPlayer(built)
})
afterAll(() => rmSync(built, { recursive: true }))

const video: PackageFile = {
  path: 'media/0123456789ab.mp4',
  content: { type: 'stored', file: '/nowhere', bytes: 400_000, crc32: 1 },
}
const filesWith = (words: string, media: PackageFile[] = [video]) => [
  textFile('index.html', `<title>${words}</title>${offlinePage.head}`),
  ...media,
]
const complete = (files: PackageFile[]) => withOffline(fixtureBundle, files, built)
const textOf = (files: PackageFile[], path: string) => {
  const content = files.find((file) => file.path === path)?.content
  return content?.type === 'text' ? Buffer.from(content.data).toString() : ''
}
const versionOf = (files: PackageFile[]) => /"version":"([0-9a-f]{16})"/.exec(textOf(files, 'sw.js'))?.[1]

it('adds the worker, the manifest and the icons; the page stays the first file', async () => {
  const files = await complete(filesWith('Bees'))
  expect(files.map(({ path }) => path)).toEqual([
    'index.html',
    'manifest.webmanifest',
    'icon.png',
    'sw.js',
    'media/0123456789ab.mp4',
  ])
})

it('knows each file by its content and each medium by its length', async () => {
  const files = await complete(filesWith('Bees'))
  const worker = textOf(files, 'sw.js')
  const manifest = textOf(files, 'manifest.webmanifest')
  const integrity = createHash('sha256').update(manifest).digest('base64')
  expect(worker).toContain(`["manifest.webmanifest","sha256-${integrity}"]`)
  expect(worker).toContain('"media":[["media/0123456789ab.mp4",400000]]')
})

it('has the same version for the same content, in the page and the worker, and another for any other', async () => {
  const files = await complete(filesWith('Bees'))
  const version = versionOf(files)
  expect(textOf(files, 'index.html')).toContain(`content="${version}"`)
  expect(versionOf(await complete(filesWith('Bees')))).toBe(version)
  expect(versionOf(await complete(filesWith('Wasps')))).not.toBe(version)
  expect(versionOf(await complete(filesWith('Bees', [])))).not.toBe(version)
})
