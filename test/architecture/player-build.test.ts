import { Script } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { targets } from '../../scripts/lib/targets.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What may reach a learner: the player's own source, and the shared code it may know. Views are HTML by then. */
const mayShip = [
  /^renderer\/player\/.*\.(ts|css)$/,
  /^shared\/bundle\/format(\.ts|\/)/,
  /^shared\/activity\//,
  /^shared\/ids\.ts$/,
]

const players = targets.filter(({ name }) => /^(player|part)-/.test(name))

// Vite builds for development under any other value, vitest's own included.
beforeAll(() => vi.stubEnv('NODE_ENV', 'production'))
afterAll(() => vi.unstubAllEnvs())

test('each way of tracking has a player, and what not every module has is a part of its own', () => {
  const names = players.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['player-local', 'player-scorm12', 'part-video', 'part-podcast']),
  )
})

async function filesOf(config: (typeof targets)[number]['config']) {
  const target = await config()
  const result = await build({ ...target, build: { ...target.build, write: false } })
  const outputs = ([] as unknown[]).concat(result) as Rolldown.RolldownOutput[]
  return outputs.flatMap(({ output }) => output)
}

async function scriptOf(name: string): Promise<string> {
  const target = targets.find((one) => one.name === name)
  if (!target) throw new Error(`There is no target ${name}.`)
  const files = await filesOf(target.config)
  return files.map((file) => (file.type === 'chunk' ? file.code : '')).join('')
}

describe.each(players)('$name', ({ name, config }) => {
  let modules: string[] = []
  let script = ''
  let others: string[] = []

  beforeAll(async () => {
    const files = await filesOf(config)
    const chunks = files.filter((file) => file.type === 'chunk')
    modules = chunks
      .flatMap((chunk) => chunk.moduleIds)
      .filter((id) => !id.startsWith('\0'))
      .map((id) => relative(root, id.replace(/\?.*$/, '')).replaceAll('\\', '/'))
    script = chunks.map((chunk) => chunk.code).join('')
    others = files.filter((file) => file.type !== 'chunk' || !file.isEntry).map(({ fileName }) => fileName)
  }, 60_000)

  test('holds only its own source and shared learning logic', () => {
    expect(modules.filter((path) => path.startsWith('renderer/player/'))).not.toEqual([])
    expect(modules.filter((path) => !mayShip.some((pattern) => pattern.test(path)))).toEqual([])
  })

  test('is one script and one style sheet', () => {
    expect(others).toEqual([name.startsWith('part-') ? `${name}.css` : 'player.css'])
  })

  test('can stand in a page, whose parser it does not mislead', () => {
    expect(script).not.toMatch(/<\/script|<!--/i)
  })

  test('is a classic script, which opens from disk where a module does not', () => {
    expect(() => new Script(script)).not.toThrow()
  })

  // What an LMS sends uncompressed, and what it sends compressed. Statements cost the trackers that make them more than
  // calls of an API do: see `docs/decisions.md`.
  const [raw, zipped] = name.startsWith('part-') ? [10, 4] : [35, /cmi5|xapi/.test(name) ? 14 : 12.2]
  test(`weighs at most ${raw} KiB as it is and ${zipped} KiB gzipped, recordings included`, async () => {
    const recordings = name.startsWith('part-') ? '' : await scriptOf('part-video')
    expect(Buffer.byteLength(recordings + script)).toBeLessThanOrEqual(raw * 1024)
    expect(gzipSync(recordings + script, { level: 9 }).byteLength).toBeLessThanOrEqual(zipped * 1024)
  })
})
