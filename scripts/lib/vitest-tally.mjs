import { writeFileSync } from 'node:fs'

/** A vitest reporter that writes a tally (see tally.mjs) to the file named by MORSEL_TALLY. */
export default class VitestTally {
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: [], again: [] }
    for (const module of modules) {
      tally.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const { state, note } = { note: undefined, ...test.result() }
        // A suite that skips as a whole cannot leave a note: it says in its name what it needs.
        const needs = /\((needs [^)]+)\)/.exec(test.fullName)?.[1]
        const name = `${module.relativeModuleId} › ${test.fullName}`
        if (test.diagnostic()?.flaky) tally.again.push(name)
        if (state === 'passed') tally.passed++
        else if (state === 'failed') tally.failed++
        else
          tally.skipped.push({
            name,
            reason: note ?? needs ?? '',
          })
      }
    }
    if (process.env.MORSEL_TALLY) writeFileSync(process.env.MORSEL_TALLY, JSON.stringify(tally))
  }
}
