import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { app, type BrowserWindow, fake } from '../../../test/harness/electron.ts'
import { eventually } from '../../../test/harness/eventually.ts'

let home = ''
let launches = 0

/** Runs main.ts anew: the query makes it a module of its own, while the fake stays the same. */
const runMain = () => import(/* @vite-ignore */ `./main.ts?launch=${launches++}`)

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'morsel-desktop-'))
  Object.assign(fake, { windows: [], order: [], opened: [], revealed: [], dialogs: [], handlers: new Map() })
  Object.assign(fake, { hasLock: true, home, menu: null, mediaVerdict: 'ok', permissions: {} })
})

afterEach(async () => {
  fake.order = []
  // It quits once everything is closed.
  if (app.emit('will-quit', { preventDefault() {} }))
    await eventually(() => expect(fake.order).toContain('quit'))
  app.emit('quit')
  app.removeAllListeners()
  rmSync(home, { recursive: true, force: true })
})

async function launch(...args: string[]): Promise<BrowserWindow> {
  const argv = process.argv
  process.argv = [argv[0] ?? 'electron', '.', ...args]
  try {
    await runMain()
  } finally {
    process.argv = argv
  }
  await eventually(() => expect(fake.menu).not.toBeNull())
  const window = fake.windows[0]
  if (!window) throw new Error('no window was opened')
  return window
}

const ask = (url: string, init?: RequestInit) => {
  const handler = fake.handlers.get('morsel')
  if (!handler) throw new Error('the scheme has no handler')
  return handler(new Request(url, init))
}

describe('start', () => {
  test('registers the scheme as standard, secure and streaming before the app is ready', async () => {
    await launch()
    expect(fake.order.indexOf('schemes')).toBeLessThan(fake.order.indexOf('ready'))
    expect(fake.order.indexOf('sandbox')).toBeLessThan(fake.order.indexOf('ready'))
    expect(fake.schemes).toMatchObject([
      { scheme: 'morsel', privileges: { standard: true, secure: true, stream: true, corsEnabled: true } },
    ])
  })

  test('opens one sandboxed, isolated window on the studio', async () => {
    const window = await launch()
    expect(fake.windows).toHaveLength(1)
    expect(window.url).toBe('morsel://studio/')
    expect(window.options.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
    })
    expect(window.options.webPreferences?.preload).toMatch(/preload\.cjs$/)
  })

  test('a second start hands its project to the first and quits', async () => {
    fake.hasLock = false
    await runMain()
    await eventually(() => expect(fake.order).toContain('quit'))
    expect(fake.windows).toHaveLength(0)
  })

  test('a second instance focuses the window and opens the project it was asked for', async () => {
    const window = await launch()
    app.emit('second-instance', {}, ['electron', '.', '/home/ada/Talks.morsel'])
    expect(window.isFocused).toBe(true)
    expect(window.url).toBe('morsel://studio/?open=%2Fhome%2Fada%2FTalks.morsel')
  })

  test('opens the project named on the command line, or double-clicked', async () => {
    const window = await launch('/home/ada/First aid.morsel')
    expect(window.url).toBe('morsel://studio/?open=%2Fhome%2Fada%2FFirst%20aid.morsel')
    app.emit('open-file', { preventDefault() {} }, '/home/ada/Other.morsel')
    expect(window.url).toContain('Other.morsel')
  })
})

describe('the scheme', () => {
  test('answers operations on the studio’s host only', async () => {
    await launch()
    const body = JSON.stringify({ json: {} })
    const init = {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', origin: 'morsel://studio' },
    }
    const answer = await ask('morsel://studio/rpc/shell/info', init)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      json: { shell: 'desktop', can: { pickProject: true, reveal: true } },
    })
    expect((await ask('morsel://preview/rpc/shell/info', init)).status).toBe(404)
    expect((await ask('morsel://elsewhere/')).status).toBe(404)
  })

  test('refuses operations asked for by a preview', async () => {
    await launch()
    const init = { method: 'POST', body: '{"json":{}}', headers: { origin: 'morsel://preview' } }
    expect((await ask('morsel://studio/rpc/shell/info', init)).status).toBe(403)
    expect(
      (await ask('morsel://studio/rpc/shell/info', { headers: { 'sec-fetch-site': 'cross-site' } })).status,
    ).toBe(403)
  })
})

describe('guards', () => {
  test('a page can neither leave, nor open windows, nor attach a webview', async () => {
    const { webContents } = await launch()
    const event = (url: string, isMainFrame = true) => ({ url, isMainFrame, preventDefault: vi.fn() })
    const away = event('https://example.com/')
    webContents.emit('will-navigate', away)
    expect(away.preventDefault).toHaveBeenCalled()
    const frameAway = event('https://example.com/', false)
    webContents.emit('will-frame-navigate', frameAway)
    expect(frameAway.preventDefault).toHaveBeenCalled()
    const preview = event('morsel://preview/preview/abc/lms.html', false)
    webContents.emit('will-frame-navigate', preview)
    expect(preview.preventDefault).not.toHaveBeenCalled()
    const webview = event('')
    webContents.emit('will-attach-webview', webview)
    expect(webview.preventDefault).toHaveBeenCalled()
    expect(webContents.openHandler?.({ url: 'https://example.com/a' })).toEqual({ action: 'deny' })
    expect(webContents.openHandler?.({ url: 'file:///etc/passwd' })).toEqual({ action: 'deny' })
    expect(fake.opened).toEqual(['https://example.com/a'])
  })

  test('every permission is refused but clipboard writing, full screen and the microphone, and those only to the studio', async () => {
    const { webContents } = await launch()
    const studio: unknown = webContents
    const decide = (permission: string, contents = studio, details: object = {}) =>
      new Promise((resolve) => {
        // The fake takes any permission's name; Electron's type lists those of today.
        const handler = fake.permissions.request as unknown as (
          c: unknown,
          p: string,
          done: (may: boolean) => void,
          d: object,
        ) => void
        handler(contents, permission, resolve, details)
      })
    expect(await decide('fullscreen')).toBe(true)
    expect(await decide('fullscreen', { getURL: () => 'morsel://preview/x' })).toBe(false)
    const preview = { getURL: () => 'morsel://preview/x' }
    expect(await decide('media', studio, { mediaTypes: ['audio'] })).toBe(true)
    expect(await decide('media', preview, { mediaTypes: ['audio'] })).toBe(false)
    expect(await decide('media', studio, { mediaTypes: ['audio', 'video'] })).toBe(false)
    expect(await decide('media', studio, { mediaTypes: ['video'] })).toBe(false)
    const check = (mediaType: 'audio' | 'video', origin: string) =>
      fake.permissions.check?.(null, 'media', origin, { isMainFrame: true, mediaType })
    expect(check('audio', 'morsel://studio')).toBe(true)
    expect([check('video', 'morsel://studio'), check('audio', 'morsel://preview')]).toEqual([false, false])
    for (const permission of ['media', 'geolocation', 'notifications', 'openExternal', 'fileSystem'])
      expect(await decide(permission), permission).toBe(false)
  })
})

describe('menu and dialogs', () => {
  test('undo and redo go to the page, whose stack is the only one', async () => {
    const window = await launch()
    const items = (fake.menu ?? []).flatMap((menu) => (Array.isArray(menu.submenu) ? menu.submenu : []))
    const undo = items.find((item) => item.id === 'undo')
    undo?.click?.({} as never, undefined, {} as never)
    expect(window.webContents.sent).toEqual([['menu-command', 'undo']])
    expect(items.some((item) => item.role === 'undo' || item.role === 'redo')).toBe(false)
  })

  test('the dialogs answer with what a person chose, or null', async () => {
    await launch()
    const pick = async () => {
      const init = { method: 'POST', body: '{"json":{}}', headers: { 'content-type': 'application/json' } }
      return ((await (await ask('morsel://studio/rpc/shell/pickProject', init)).json()) as { json: unknown })
        .json
    }
    expect(await pick()).toEqual({ path: null })
    fake.answer.filePaths = ['/home/ada/Talks.morsel']
    expect(await pick()).toEqual({ path: '/home/ada/Talks.morsel' })
    fake.answer.filePaths = []
  })

  test('where something is to be saved, the dialog names nothing that is there without asking', async () => {
    await launch()
    const choose = async (operation: string, suggested: string) => {
      const body = JSON.stringify({ json: { suggested } })
      const init = { method: 'POST', body, headers: { 'content-type': 'application/json' } }
      return ((await (await ask(`morsel://studio/rpc/shell/${operation}`, init)).json()) as { json: unknown })
        .json
    }
    fake.answer.filePath = '/home/ada/Talk.m4a'
    expect(await choose('pickSave', '/home/ada/Morsel/Talk.m4a')).toEqual({ path: '/home/ada/Talk.m4a' })
    expect(fake.dialogs.at(-1)).toMatchObject({
      kind: 'save',
      options: {
        defaultPath: '/home/ada/Morsel/Talk.m4a',
        properties: ['showOverwriteConfirmation'],
        filters: [{ extensions: ['m4a'] }],
      },
    })
    fake.answer.filePath = ''
    fake.answer.filePaths = ['/home/ada/talks']
    expect(await choose('pickFolder', '/home/ada/Morsel')).toEqual({ path: '/home/ada/talks' })
    fake.answer.filePaths = []
  })
})

test('media moves to a loopback port when it cannot seek on the scheme, and doctor says so', async () => {
  fake.mediaVerdict = 'not seekable'
  await launch()
  const call = async (operation: string) => {
    const init = { method: 'POST', body: '{"json":{}}', headers: { 'content-type': 'application/json' } }
    return ((await (await ask(`morsel://studio/rpc/shell/${operation}`, init)).json()) as { json: never })
      .json
  }
  const { mediaBase } = (await call('info')) as { mediaBase: string }
  expect(mediaBase).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/.{32}$/)
  const { problems } = (await call('doctor')) as { problems: { message: string }[] }
  expect(problems.some((problem) => problem.message.includes('not seekable'))).toBe(true)
  expect((await fetch(`${new URL(mediaBase).origin}/media/0000000000000000/x`)).status).toBe(403)
  expect((await fetch(`${mediaBase}/rpc/shell/info`)).status).toBe(403)
})
