import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

/**
 * A stand-in for Electron's main process, for machines without its runtime. Each part is typed by `electron.d.ts`
 * (`satisfies Pick<…>`), keeps what it was given, and does nothing else: what a real window does is not pretended.
 */

type AppParts =
  | 'requestSingleInstanceLock'
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'getPath'
  | 'getAppPath'
  | 'getVersion'
  | 'enableSandbox'
  | 'isPackaged'

export const fake = {
  windows: [] as BrowserWindow[],
  schemes: [] as Electron.CustomScheme[],
  handlers: new Map<string, (request: Request) => Response | Promise<Response>>(),
  opened: [] as string[],
  revealed: [] as string[],
  dialogs: [] as { kind: string; options: Electron.OpenDialogOptions | Electron.SaveDialogOptions }[],
  /** What the next dialog answers. */
  answer: { filePaths: [] as string[], filePath: '' },
  order: [] as string[],
  hasLock: true,
  home: '/nonexistent',
  root: process.cwd(),
  permissions: {} as {
    request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
    check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
  },
  menu: null as Electron.MenuItemConstructorOptions[] | null,
  exposed: new Map<string, unknown>(),
  ipc: new EventEmitter(),
  /** What the media self-test in a page answers. */
  mediaVerdict: 'ok',
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  requestSingleInstanceLock: () => fake.hasLock,
  whenReady: async () => {
    fake.order.push('ready')
  },
  isReady: () => fake.order.includes('ready'),
  quit: () => {
    fake.order.push('quit')
  },
  getPath: (name: string) => `${fake.home}/${name}`,
  getAppPath: () => fake.root,
  getVersion: () => '0.0.0-test',
  enableSandbox: () => {
    fake.order.push('sandbox')
  },
} satisfies Pick<Electron.App, AppParts>)

class FakeWebContents extends EventEmitter {
  sent: unknown[][] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  getURL = () => this.window.url
  send = (...message: unknown[]) => void this.sent.push(message)
  setWindowOpenHandler = (handler: (details: { url: string }) => { action: string }) => {
    this.openHandler = handler
  }
  executeJavaScript = async (): Promise<unknown> => fake.mediaVerdict
  readonly window: BrowserWindow
  constructor(window: BrowserWindow) {
    super()
    this.window = window
  }
}

export class BrowserWindow extends EventEmitter {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: FakeWebContents
  url = ''
  isShown = false
  isFocused = false
  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.options = options
    this.webContents = new FakeWebContents(this)
    fake.windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string) {
    this.url = url
  }
  show() {
    this.isShown = true
  }
  focus() {
    this.isFocused = true
  }
  isMinimized = () => false
  restore() {}
  destroy() {
    fake.windows.splice(fake.windows.indexOf(this), 1)
  }
}

export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => {
    fake.order.push('schemes')
    fake.schemes = schemes
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    fake.handlers.set(scheme, handler)
  },
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle'>

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler) => {
      fake.permissions.request = handler
    },
    setPermissionCheckHandler: (handler) => {
      fake.permissions.check = handler
    },
  } satisfies Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
}

export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => {
    fake.menu = menu
  },
}

export const dialog = {
  showOpenDialog: async (...given: unknown[]) => {
    fake.dialogs.push({ kind: 'open', options: given.at(-1) as Electron.OpenDialogOptions })
    return { canceled: fake.answer.filePaths.length === 0, filePaths: fake.answer.filePaths }
  },
  showSaveDialog: async (...given: unknown[]) => {
    fake.dialogs.push({ kind: 'save', options: given.at(-1) as Electron.SaveDialogOptions })
    return { canceled: fake.answer.filePath === '', filePath: fake.answer.filePath }
  },
}

export const shell = {
  openExternal: async (url: string) => void fake.opened.push(url),
  showItemInFolder: (path: string) => void fake.revealed.push(path),
} satisfies Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'>
