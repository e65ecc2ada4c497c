import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program in this one's place: same streams, same signals, same exit code.
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code; 128 + the signal's number when a signal ended it
 */
export const runInForeground = (program, parameters, options = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { stdio: 'inherit', ...options })
    const pass = (signal) => child.kill(signal)
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, pass)
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, pass)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
