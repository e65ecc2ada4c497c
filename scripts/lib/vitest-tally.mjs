import { writeFileSync } from 'node:fs'

/** A vitest reporter that writes a tally (see tally.mjs) to the file named by MORSEL_TALLY. */
export default class VitestTally {
  onTestRunEnd(modules, unhandledErrors) {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: unhandledErrors.length, skipped: [] }
    for (const module of modules) {
      tally.failed += module.errors().length
      for (const test of module.children.allTests()) {
        const { state, note } = { note: undefined, ...test.result() }
        if (state === 'passed') tally.passed++
        else if (state === 'failed') tally.failed++
        else tally.skipped.push({ name: `${module.relativeModuleId} › ${test.fullName}`, reason: note ?? '' })
      }
    }
    if (process.env.MORSEL_TALLY) writeFileSync(process.env.MORSEL_TALLY, JSON.stringify(tally))
  }
}
