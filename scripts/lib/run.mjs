import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { root } from './node.mjs'

/** The environment in which the checkout's own tools (and its Node) come first. */
export const toolEnvironment = {
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
}

/**
 * Runs a program to its end and gathers what it says.
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string, seconds: number }>}
 */
export const runQuietly = (program, parameters, options = {}) =>
  new Promise((resolve) => {
    const started = performance.now()
    const child = spawn(program, parameters, {
      cwd: root,
      env: toolEnvironment,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
      ...options,
    })
    let output = ''
    let stdout = ''
    child.stdout?.on('data', (chunk) => {
      stdout += chunk
      output += chunk
    })
    child.stderr?.on('data', (chunk) => (output += chunk))
    const finish = (code) => resolve({ code, output, stdout, seconds: (performance.now() - started) / 1000 })
    child.on('error', (error) => {
      output += `${error.message}\n`
      finish(127)
    })
    child.on('close', (code) => finish(code ?? 1))
  })

/**
 * Runs a program to its end on this terminal and answers its exit code.
 * @param {string} program
 * @param {string[]} parameters
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export const runAloud = async (program, parameters, options = {}) =>
  (await runQuietly(program, parameters, { stdio: 'inherit', ...options })).code
