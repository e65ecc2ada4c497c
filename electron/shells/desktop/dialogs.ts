import { type BrowserWindow, dialog, shell } from 'electron'
import { basename, extname } from 'node:path'
import type { Ports } from '../../core/ports.ts'

const mediaExtensions = [
  'mp4',
  'm4v',
  'mov',
  'webm',
  'mkv',
  'avi',
  'mp3',
  'm4a',
  'wav',
  'ogg',
  'opus',
  'flac',
  'png',
  'jpg',
  'jpeg',
  'gif',
  'webp',
  'vtt',
]

/** The system's dialogs as ports. They belong to the window that asks, so that they cannot get lost behind it. */
export function desktopDialogs(window: () => BrowserWindow | null): Required<Ports['dialogs']> {
  return {
    async pickProject() {
      const { filePaths } = await open(window(), {
        title: 'Open a project',
        // A .morsel folder is a folder here, and a package on a Mac.
        properties: ['openDirectory', 'treatPackageAsDirectory'],
      })
      return filePaths[0] ?? null
    },
    async pickMedia() {
      const { filePaths } = await open(window(), {
        title: 'Choose media',
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: 'Video, audio, pictures, captions', extensions: mediaExtensions }],
      })
      return filePaths
    },
    async pickSave(suggested) {
      const parent = window()
      const extension = extname(suggested).slice(1)
      const options = {
        defaultPath: suggested,
        // Elsewhere the system asks without being told to.
        properties: ['showOverwriteConfirmation' as const],
        ...(extension && { filters: [{ name: basename(suggested), extensions: [extension] }] }),
      }
      const { filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options)
      return filePath || null
    },
    async pickFolder(suggested) {
      const { filePaths } = await open(window(), {
        defaultPath: suggested,
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      })
      return filePaths[0] ?? null
    },
    async reveal(path) {
      shell.showItemInFolder(path)
    },
  }
}

function open(parent: BrowserWindow | null, options: Electron.OpenDialogOptions) {
  return parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options)
}
