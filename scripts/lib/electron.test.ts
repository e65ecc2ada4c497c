import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findElectron, obtainElectron } from './electron.mjs'

afterEach(() => vi.unstubAllEnvs())

test('a named distribution of Electron is the one used', () => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-electron-'))
  const program = join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron')
  writeFileSync(program, '')
  chmodSync(program, 0o755)
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  expect(findElectron()).toBe(program)
  rmSync(folder, { recursive: true })
  expect(findElectron()).toBeUndefined()
})

test('without a screen Electron is not tried, and the reason fits a sentence', async (context) => {
  context.skip(process.platform !== 'linux', 'only Linux can be without a screen')
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  expect(await obtainElectron(process.execPath)).toEqual({ reason: 'there is no screen here' })
})
