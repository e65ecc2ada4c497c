import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Ports } from '../../core/ports.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Where a shell that listens can be reached; known only once it does. */
export type Origins = { studio: () => string; preview: () => string }

/**
 * The ports of a shell that has Node alone: no dialogs, no window. `MORSEL_HOME` moves the studio's folder (default
 * `~/Morsel`), which holds settings in `.studio/` and new projects; `MORSEL_TRACE=1` prints each operation.
 */
export function nodePorts(shell: 'web' | 'cli', origins?: Origins): Ports {
  const home = process.env.MORSEL_HOME ?? join(homedir(), 'Morsel')
  const isTraced = process.env.MORSEL_TRACE === '1'
  return {
    shell,
    version: versionOf(root),
    now: () => Date.now(),
    paths: {
      home: join(home, '.studio'),
      projects: home,
      built: join(root, 'out'),
      resources: join(root, 'resources'),
    },
    studioOrigin: origins?.studio ?? (() => 'http://127.0.0.1:0'),
    previewOrigin: origins?.preview ?? (() => 'http://127.0.0.1:0'),
    mediaBase: () => '',
    dialogs: {},
    ffmpeg: process.env.MORSEL_FFMPEG ?? null,
    log: (line) => {
      if (isTraced) process.stderr.write(`${line}\n`)
    },
  }
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}
