import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '../../..')

export type RunningStudio = {
  /** The printed address, token and all: good for opening the studio once in a fresh browser context. */
  url: string
  origin: string
  /** The studio's home on disk: projects lie in it. */
  home: string
  /** Ends the studio as closing its terminal would; the home stays. */
  stop: () => Promise<void>
  /** Ends the studio as a crash does. */
  kill: () => Promise<void>
  /** Ends the studio and takes its home away. */
  close: () => Promise<void>
}

/** Starts the studio as a person does, `morsel open --no-browser`, on a home of its own (or on `home`, to start again). */
export async function startStudio({
  home = mkdtempSync(join(tmpdir(), 'morsel-e2e-')),
  project,
  environment = {},
}: {
  home?: string
  project?: string
  environment?: NodeJS.ProcessEnv
} = {}): Promise<RunningStudio> {
  const words = ['electron/shells/cli/main.ts', 'open', ...(project ? [project] : []), '--no-browser']
  const child = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...environment, MORSEL_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(line)
      if (found) resolve(found[0])
    })
    child.once('exit', (code) =>
      reject(new Error(`The studio ended with code ${code} before it printed its address`)),
    )
  })
  const stop = async () => {
    child.kill('SIGINT')
    await ended
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    url,
    origin: new URL(url).origin,
    home,
    stop,
    kill,
    async close() {
      await stop()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
