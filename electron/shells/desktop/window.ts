import { BrowserWindow, type Session, shell } from 'electron'
import { join } from 'node:path'
import { previewOrigin, studioOrigin } from './protocol.ts'

/** What the page may ask of the system: to put text on the clipboard and to fill the screen. Nothing else, ever. */
const allowedPermissions = new Set(['clipboard-sanitized-write', 'fullscreen'])

/** Opens the one window. `path` is the studio's path and query. */
export function openWindow(path: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Morsel Studio',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: true,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${studioOrigin}${path}`)
  return window
}

/** Refuses every permission but the two above, and those to anything but the studio page. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback) => {
    callback(allowedPermissions.has(permission) && (contents?.getURL() ?? '').startsWith(`${studioOrigin}/`))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowedPermissions.has(permission) && origin.startsWith(studioOrigin),
  )
}

/** Keeps every page where it is: links leave for the browser, frames may only be previews, no page opens a window. */
export function guardNavigation(contents: Electron.WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${studioOrigin}/`)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (event.isMainFrame) return
    if (!event.url.startsWith(`${previewOrigin}/`)) event.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    if (/^(https?|mailto):/i.test(url)) void shell.openExternal(url)
    return { action: 'deny' }
  })
}
