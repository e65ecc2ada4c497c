import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import type * as z from 'zod'
import type { doctorSchema } from '../../../shared/contract/shell.ts'

export type Doctor = z.infer<typeof doctorSchema>

/** What other domains tell the doctor. */
export type Tools = {
  ffmpeg: () => Promise<Doctor['ffmpeg']>
  voices: () => Promise<{ engines: { voices: unknown[] }[]; missing: { howToGet: string }[] }>
}

/** What this machine has, and what each missing thing costs its user. */
export async function doctor(tools: Tools, notes: Doctor['problems']): Promise<Doctor> {
  const [ffmpeg, { engines, missing }] = await Promise.all([tools.ffmpeg(), tools.voices()])
  const voices = engines.reduce((sum, engine) => sum + engine.voices.length, 0)
  const electron = findElectron()
  const chromium = findChromium()
  const problems: Doctor['problems'] = [...notes]
  if (!ffmpeg)
    problems.push({
      message: 'ffmpeg was not found.',
      cost: 'Video and audio cannot be imported, cut or published. Install ffmpeg, or set MORSEL_FFMPEG.',
    })
  for (const lacking of ffmpeg?.lacks ?? [])
    problems.push({
      message: `This ffmpeg lacks ${lacking}.`,
      cost: 'What needs it fails with a sentence; a full ffmpeg mends it.',
    })
  if (voices === 0)
    problems.push({
      message: 'Nothing on this machine can speak.',
      cost: `Podcast scripts cannot be made into sound. ${missing.map(({ howToGet }) => howToGet).join(' ')}`,
    })
  if (!electron)
    problems.push({
      message: 'Electron’s runtime is not installed.',
      cost: 'The studio opens in the browser instead of a window of its own; nothing else is lost.',
    })
  if (!chromium)
    problems.push({
      message: 'No Chromium was found.',
      cost: 'The end-to-end tests cannot run; the studio itself does not need it.',
    })
  return {
    node: { version: process.version, path: process.execPath },
    ffmpeg,
    voices,
    electron,
    chromium,
    problems,
  }
}

/** Electron counts as there when this is it, or when its package holds the downloaded runtime. */
function findElectron(): Doctor['electron'] {
  if (process.versions.electron) return { version: process.versions.electron }
  try {
    const manifest = createRequire(import.meta.url).resolve('electron/package.json')
    const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(dirname(manifest), 'dist')
    const names = ['electron', 'electron.exe', 'Electron.app']
    if (!names.some((name) => existsSync(join(folder, name)))) return null
    return { version: (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version }
  } catch {
    return null
  }
}

function findChromium(): Doctor['chromium'] {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const candidates = [
    process.env.MORSEL_CHROMIUM ?? '',
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ]
  const path = candidates.find(isExecutable)
  return path ? { path } : null
}

function isExecutable(path: string): boolean {
  if (!path) return false
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
