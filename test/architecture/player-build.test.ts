import { Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { targets } from '../../scripts/lib/targets.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What may reach a learner: the player's own source, the shared code it may know, and preact. */
const mayShip = [
  /^renderer\/player\//,
  /^shared\/bundle\/format(\.ts|\/)/,
  /^shared\/activity\//,
  /^shared\/ids\.ts$/,
  /(^|\/)node_modules\/preact\//,
]

let modules: string[] = []
let script = ''
let others: string[] = []

beforeAll(async () => {
  // Vite builds for development under any other value, vitest's own included.
  vi.stubEnv('NODE_ENV', 'production')
  const config = await targets.find(({ name }) => name === 'player')?.config()
  const result = await build({ ...config, build: { ...config?.build, write: false } })
  const outputs = ([] as unknown[]).concat(result) as Rolldown.RolldownOutput[]
  const files = outputs.flatMap(({ output }) => output)
  const chunks = files.filter((file) => file.type === 'chunk')
  modules = chunks
    .flatMap((chunk) => chunk.moduleIds)
    .filter((id) => !id.startsWith('\0'))
    .map((id) => relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/'))
  script = chunks.map((chunk) => chunk.code).join('')
  others = files.filter((file) => file.type !== 'chunk' || !file.isEntry).map(({ fileName }) => fileName)
}, 60_000)

afterAll(() => vi.unstubAllEnvs())

test('the player holds only its own source, shared learning logic and preact', () => {
  expect(modules.filter((path) => path.startsWith('renderer/player/'))).not.toEqual([])
  expect(modules.filter((path) => !mayShip.some((pattern) => pattern.test(path)))).toEqual([])
})

test('the player is one script and one style sheet', () => {
  expect(others).toEqual(['player.css'])
})

test('the player is a classic script, which opens from disk where a module does not', () => {
  expect(() => new Script(script)).not.toThrow()
})

test('the player weighs at most 40 KiB as it is and 14 KiB gzipped', () => {
  expect(Buffer.byteLength(script)).toBeLessThanOrEqual(40 * 1024)
  expect(gzipSync(script, { level: 9 }).byteLength).toBeLessThanOrEqual(14 * 1024)
})
