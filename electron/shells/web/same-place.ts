import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { startWebShell, type WebShell } from './server.ts'

/**
 * Starts the web shell at the port this home's last one had, so that a page that outlived its studio can save to the next.
 * Where that port is taken, by another studio of this home for instance, at any free one.
 */
export async function startWhereItWas(home: string): Promise<WebShell> {
  const file = join(home, 'web-port')
  const last = readPort(file)
  if (last !== null)
    try {
      return await startWebShell({ port: last })
    } catch (error) {
      if (!isTaken(error)) throw error
      return startWebShell()
    }
  const shell = await startWebShell()
  writePort(home, file, new URL(shell.origin).port)
  return shell
}

function readPort(file: string): number | null {
  try {
    const port = Number(readFileSync(file, 'utf8'))
    return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : null
  } catch {
    return null
  }
}

function writePort(home: string, file: string, port: string) {
  try {
    mkdirSync(home, { recursive: true })
    writeFileSync(file, `${port}\n`)
  } catch {
    // A home that cannot be written to costs only this convenience; what matters more says so itself.
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['EADDRINUSE', 'EACCES'].includes(String(error.code))
}
