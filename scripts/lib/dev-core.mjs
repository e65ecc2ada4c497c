import { fork } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from './node.mjs'

/** A port nobody listens on at this moment. */
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : 0))
    })
  })

/**
 * Keeps a web shell running in a process of its own.
 * @param {string} page the origin of the studio page
 * @returns {Promise<{ origin: string, cookie: () => string, restart: () => Promise<void>, stop: () => void }>}
 */
export const keepCore = async (page) => {
  const port = await freePort()
  let cookie = ''
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let child

  const launch = async () => {
    child = fork(join(root, 'scripts/lib/dev-shell.mjs'), [String(port), page])
    /** @type {string | null} */
    const url = await new Promise((resolve) => {
      child?.once('message', (/** @type {{ url: string }} */ message) => resolve(message.url))
      child?.once('exit', () => resolve(null))
    })
    if (url === null)
      return console.error('The core did not start; its message is above. Save a file to try again.')
    const answer = await fetch(url, { redirect: 'manual' })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  }

  const stop = async () => {
    const old = child
    child = undefined
    if (!old || old.exitCode !== null) return
    const ended = new Promise((resolve) => old.once('exit', resolve))
    old.disconnect()
    await ended
  }

  await launch()
  return {
    origin: `http://127.0.0.1:${port}`,
    cookie: () => cookie,
    restart: async () => {
      await stop()
      await launch()
    },
    stop: () => void stop(),
  }
}
