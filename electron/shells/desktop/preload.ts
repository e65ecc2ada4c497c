import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { DesktopBridge, MenuCommand } from '../../../shared/desktop-bridge.ts'

/** Sandboxed: built into one CommonJS file. Lends the page two functions; the page never sees Electron itself. */
const bridge: DesktopBridge<File> = {
  pathForFile: (file) => webUtils.getPathForFile(file),
  onMenuCommand(listener) {
    const handler = (_event: unknown, command: MenuCommand) => listener(command)
    ipcRenderer.on('menu-command', handler)
    return () => ipcRenderer.off('menu-command', handler)
  },
}

contextBridge.exposeInMainWorld('morsel', bridge)
