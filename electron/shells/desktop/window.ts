import { BrowserWindow, type Session, shell } from 'electron'
import { join } from 'node:path'
import { previewOrigin, studioOrigin } from './protocol.ts'

/** What the page may ask of the system: to put text on the clipboard and to fill the screen, and the microphone. Nothing else, ever. */
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

/** Refuses every other permission, and those to anything but the studio page. Of media, only the microphone is lent, no camera. */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const isStudio = (contents?.getURL() ?? '').startsWith(`${studioOrigin}/`)
    const kinds = 'mediaTypes' in details ? (details.mediaTypes ?? []) : []
    const isMicrophone = permission === 'media' && kinds.length > 0 && kinds.every((kind) => kind === 'audio')
    callback(isStudio && (allowedPermissions.has(permission) || isMicrophone))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      origin.startsWith(studioOrigin) &&
      (allowedPermissions.has(permission) || (permission === 'media' && mediaType === 'audio')),
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
