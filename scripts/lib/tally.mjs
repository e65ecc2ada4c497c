import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runAloud } from './run.mjs'

/**
 * What a runner did. A skip without a reason is a failure, and so is a runner that ran nothing: neither may pass silently.
 * `again` names the tests that passed at their second try: machines are busy, and a summary says so.
 * @typedef {{ passed: number, failed: number, skipped: { name: string, reason: string }[], again: string[] }} Tally
 * @typedef {Omit<Tally, 'again'> & { runner: string, seconds: number, remarks: string[] }} Outcome
 */

/**
 * Runs a test runner that writes a tally, and judges it.
 * @param {string} runner its name in the summary
 * @param {string} program
 * @param {string[]} parameters
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<Outcome>}
 */
export const runTallied = async (runner, program, parameters, environment) => {
  const folder = mkdtempSync(join(tmpdir(), 'morsel-tally-'))
  const file = join(folder, 'tally.json')
  const started = performance.now()
  const code = await runAloud(program, parameters, { env: { ...environment, MORSEL_TALLY: file } })
  const seconds = (performance.now() - started) / 1000
  const tally = readTally(file)
  rmSync(folder, { recursive: true, force: true })
  return judge(runner, tally, code, seconds)
}

const readTally = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { passed: 0, failed: 0, skipped: [], again: [] }
  }
}

/**
 * @param {string} runner
 * @param {Tally} tally
 * @param {number} code the runner's exit code
 * @param {number} seconds
 * @returns {Outcome}
 */
export const judge = (runner, tally, code, seconds) => {
  const remarks = []
  const skipped = tally.skipped.filter(({ reason }) => reason !== '')
  let { passed, failed } = tally
  for (const { name } of tally.skipped.filter(({ reason }) => reason === '')) {
    failed++
    remarks.push(`skipped without a reason, which counts as a failure: ${name}`)
  }
  if (passed + failed + skipped.length === 0) {
    failed = 1
    remarks.push('ran nothing, which counts as a failure')
  } else if (code !== 0 && failed === 0) {
    failed = 1
    remarks.push(`ended with exit code ${code} though no test failed, which counts as a failure`)
  }
  for (const name of tally.again) remarks.push(`passed at the second try: ${name}`)
  return { runner, passed, failed, skipped, seconds, remarks }
}

const counts = (passed, failed, skipped) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * The lines that end a test run: one per runner, what was skipped and why, and the sum as the last.
 * @param {Outcome[]} outcomes
 */
export const summarise = (outcomes) => {
  const width = Math.max(...outcomes.map(({ runner }) => runner.length))
  const lines = ['']
  for (const { runner, passed, failed, skipped, seconds, remarks } of outcomes) {
    lines.push(
      `${runner.padEnd(width)}  ${counts(passed, failed, skipped.length)} (${seconds.toFixed(0)} s)`,
      ...remarks.map((remark) => `  ${remark}`),
      ...skipped.map(({ name, reason }) => `  skipped: ${name}: ${reason}`),
    )
  }
  const sum = (count) => outcomes.reduce((total, outcome) => total + count(outcome), 0)
  const failed = sum((outcome) => outcome.failed)
  lines.push(
    '',
    counts(
      sum((outcome) => outcome.passed),
      failed,
      sum((outcome) => outcome.skipped.length),
    ),
  )
  return { lines, failed }
}
