import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vm from 'node:vm'
import { build } from 'vite'
import { beforeAll, expect, test, vi } from 'vitest'
import { targets } from '../../../scripts/lib/targets.mjs'
import type { DesktopBridge } from '../../../shared/desktop-bridge.ts'

const file = fileURLToPath(new URL('../../../out/desktop/preload.cjs', import.meta.url))

beforeAll(async () => {
  const target = targets.find(({ name }) => name === 'preload')
  if (!target) throw new Error('there is no build target for the preload')
  await build(await target.config())
})

/** Runs the built file as a sandboxed preload runs: one script, and `electron` the only thing it may require. */
function runPreload() {
  const exposed = new Map<string, DesktopBridge<{ path: string }>>()
  const listeners = new Map<string, (...parts: unknown[]) => void>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: DesktopBridge<{ path: string }>) => exposed.set(name, value),
    },
    ipcRenderer: {
      on: (name: string, listener: (...parts: unknown[]) => void) => listeners.set(name, listener),
      off: (name: string) => listeners.delete(name),
    },
    webUtils: { getPathForFile: (given: { path: string }) => given.path },
  }
  const require = (name: string) => {
    if (name === 'electron') return electron
    throw new Error(`A sandboxed preload cannot load ${name}`)
  }
  vm.runInNewContext(readFileSync(file, 'utf8'), { require, exports: {}, module: { exports: {} } })
  const bridge = exposed.get('morsel')
  if (!bridge) throw new Error('nothing was lent to the page')
  return { exposed, listeners, bridge }
}

test('lends the page two functions and nothing else', () => {
  const { exposed, bridge } = runPreload()
  expect([...exposed.keys()]).toEqual(['morsel'])
  expect(Object.keys(bridge).sort()).toEqual(['onMenuCommand', 'pathForFile'])
})

test('tells where a dropped file lies', () => {
  expect(runPreload().bridge.pathForFile({ path: '/home/ada/call.mp4' })).toBe('/home/ada/call.mp4')
})

test('hands on menu commands without Electron’s event, until stopped', () => {
  const { listeners, bridge } = runPreload()
  const heard = vi.fn()
  const stop = bridge.onMenuCommand(heard)
  listeners.get('menu-command')?.({ sender: 'secret' }, 'undo')
  expect(heard.mock.calls).toEqual([['undo']])
  stop()
  expect(listeners.size).toBe(0)
})
