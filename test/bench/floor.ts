import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The least any program could do to keep an edit: write 200 KB over the same place of a file, and flush it. */
export function openFloor(folder: string): { write: () => number; close: () => void } {
  const file = openSync(join(folder, 'floor'), 'w')
  const bytes = Buffer.alloc(200 * 1024, 120)
  return {
    /** Milliseconds it took. */
    write: () => {
      const start = performance.now()
      writeSync(file, bytes, 0, bytes.length, 0)
      fsyncSync(file)
      return performance.now() - start
    },
    close: () => closeSync(file),
  }
}
