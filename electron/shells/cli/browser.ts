import { spawn } from 'node:child_process'

const programs: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
  darwin: ['open'],
  // `start` is a command of the shell; the empty word is the window's title.
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the person's browser; false when no program could be started. */
export function openBrowser(url: string): Promise<boolean> {
  const [program, ...parameters] = programs[process.platform] ?? ['xdg-open']
  return new Promise((resolve) => {
    const child = spawn(program, [...parameters, url], { stdio: 'ignore', detached: true })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
