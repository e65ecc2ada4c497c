import { _electron, expect, test } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../../scripts/lib/electron.mjs'

const program = findElectron()
const root = join(import.meta.dirname, '../..')

test.describe('the desktop shell in real Electron', () => {
  test.skip(!program, 'Electron’s runtime is not installed (node_modules/electron/dist)')
  test.skip(
    process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY,
    'there is no screen here',
  )
  test.skip(
    process.platform === 'linux' && process.getuid?.() === 0,
    'Electron’s sandbox refuses to run as root',
  )

  test('opens its window on the start screen and answers operations', async () => {
    const home = mkdtempSync(join(tmpdir(), 'morsel-electron-'))
    const electron = await _electron.launch({
      executablePath: program as string,
      args: [root, `--user-data-dir=${home}`],
    })
    try {
      const page = await electron.firstWindow()
      expect(page.url()).toBe('morsel://studio/')
      await expect(page.getByRole('heading', { name: 'New project' })).toBeVisible()
    } finally {
      await electron.close()
      rmSync(home, { recursive: true, force: true })
    }
  })
})
