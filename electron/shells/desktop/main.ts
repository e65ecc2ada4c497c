import { app, BrowserWindow, Menu, protocol, session } from 'electron'
import { extname, join } from 'node:path'
import type { MenuCommand } from '../../../shared/desktop-bridge.ts'
import { createStudio } from '../../core/studio.ts'
import { desktopDialogs } from './dialogs.ts'
import { checkMedia } from './media-check.ts'
import { listenForMedia } from './media-listener.ts'
import { buildMenu } from './menu.ts'
import { mountProtocol, previewOrigin, schemePrivileges, studioOrigin } from './protocol.ts'
import { guardNavigation, guardSession, openWindow } from './window.ts'

let window: BrowserWindow | null = null
/** A project to open as soon as there is a window: from the command line, or a double click before the start. */
let waiting: string | null = projectIn(process.argv.slice(1))

protocol.registerSchemesAsPrivileged(schemePrivileges)
app.enableSandbox()

if (app.requestSingleInstanceLock()) void start()
else app.quit()

async function start(): Promise<void> {
  let mediaBase = ''
  const notes: { message: string; cost: string }[] = []
  app.on('second-instance', (_event, argv) => show(projectIn(argv.slice(1))))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (app.isReady()) show(path)
    else waiting = path
  })
  app.on('web-contents-created', (_event, contents) => guardNavigation(contents))
  await app.whenReady()

  const root = app.getAppPath()
  const home = join(app.getPath('documents'), 'Morsel')
  const studio = createStudio({
    shell: 'desktop',
    version: app.getVersion(),
    now: () => Date.now(),
    paths: {
      home: app.getPath('userData'),
      projects: home,
      built: join(root, 'out'),
      resources: app.isPackaged ? join(process.resourcesPath, 'assets') : join(root, 'resources'),
    },
    studioOrigin: () => studioOrigin,
    previewOrigin: () => previewOrigin,
    mediaBase: () => mediaBase,
    dialogs: desktopDialogs(() => window),
    ffmpeg: process.env.MORSEL_FFMPEG ?? null,
    log: (line) => {
      if (process.env.MORSEL_TRACE === '1') console.error(line)
    },
    notes: () => notes,
  })

  guardSession(session.defaultSession)
  mountProtocol(protocol, { studio: studio.fetch, preview: studio.previewFetch })

  const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
  const fault = await checkMedia(hidden).catch((error: unknown) => String(error))
  hidden.destroy()
  if (fault !== null) {
    const listener = await listenForMedia(studio.fetch)
    mediaBase = listener.base
    app.once('quit', listener.close)
    notes.push({
      message: `Media cannot be played over the studio’s own scheme in this build (${fault}).`,
      cost: 'For this run media alone is served on a loopback port; nothing else changes.',
    })
  }

  Menu.setApplicationMenu(
    buildMenu((command: MenuCommand) => window?.webContents.send('menu-command', command)),
  )
  show(waiting)
  app.on('activate', () => show(null))
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void studio.close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

/** Brings the one window to the front, on `project` when one is named. */
function show(project: string | null): void {
  const path = project ? `/?open=${encodeURIComponent(project)}` : '/'
  if (window === null) {
    window = openWindow(path)
    window.once('closed', () => {
      window = null
    })
    return
  }
  if (window.isMinimized()) window.restore()
  window.focus()
  if (project) void window.loadURL(`${studioOrigin}${path}`)
}

/** The first argument that names a project folder, or null. Everything else on a command line is Chromium's or ours. */
function projectIn(args: string[]): string | null {
  return args.find((argument) => extname(argument) === '.morsel' && !argument.startsWith('-')) ?? null
}
