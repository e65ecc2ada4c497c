import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runAloud } from './run.mjs'

/**
 * What a runner did. A skip without a reason is a failure, and so is a runner that ran nothing: neither may pass silently.
 * `failures` says what each failed test said, and `again` what those said at first that passed at their second try: of a long
 * log often its end alone is kept, so the summary says both.
 * @typedef {{ name: string, reason: string }} Remark
 * @typedef {{ passed: number, failures: Remark[], skipped: Remark[], again: Remark[] }} Tally
 * @typedef {{ runner: string, passed: number, failed: number, skipped: Remark[], seconds: number, remarks: string[] }} Outcome
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failures: [], skipped: [], again: [] })

/**
 * What an error says, in one line without colours, short enough for a summary.
 * @param {string} [message]
 */
export const inOneLine = (message) =>
  stripVTControlCharacters(message ?? 'no reason given')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 400)

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

/**
 * Leaves a tally for the run that started this runner, if one did.
 * @param {Tally} tally
 */
export const writeTally = (tally) => {
  if (process.env.MORSEL_TALLY) writeFileSync(process.env.MORSEL_TALLY, JSON.stringify(tally))
}

const readTally = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return emptyTally()
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
  const remarks = tally.failures.map(({ name, reason }) => `failed: ${name}: ${reason}`)
  const skipped = tally.skipped.filter(({ reason }) => reason !== '')
  const { passed } = tally
  let failed = tally.failures.length
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
  for (const { name, reason } of tally.again) remarks.push(`passed at the second try: ${name}: ${reason}`)
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
