import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '../../../shared/desktop-bridge.ts'

/**
 * The application menu. What concerns a project is sent to the page, undo and redo too: there is one undo stack and the
 * page's text fields must not have another.
 */
export function buildMenu(send: (command: MenuCommand) => void, isMac = process.platform === 'darwin'): Menu {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id: command,
    ...(accelerator && { accelerator }),
    click: () => send(command),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: 'File',
      submenu: [
        item('New project…', 'new-project', 'CmdOrCtrl+N'),
        item('Open project…', 'open-project', 'CmdOrCtrl+O'),
        item('Close project', 'close-project'),
        { type: 'separator' },
        item('Preview', 'preview', 'CmdOrCtrl+P'),
        item('Publish…', 'publish', 'CmdOrCtrl+Shift+P'),
        { type: 'separator' },
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        item('Undo', 'undo', 'CmdOrCtrl+Z'),
        item('Redo', 'redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        { type: 'separator' },
        item('Find or do…', 'find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
      ],
    },
    { role: 'windowMenu' },
  ]
  return Menu.buildFromTemplate(template)
}
