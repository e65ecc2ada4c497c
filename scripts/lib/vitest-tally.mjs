import { emptyTally, inOneLine, writeTally } from './tally.mjs'

const remark = (name, errors) => ({ name, reason: inOneLine(errors?.[0]?.message) })

/** A vitest reporter that leaves a tally (see tally.mjs). */
export default class VitestTally {
  onTestRunEnd(modules, unhandledErrors) {
    const tally = emptyTally()
    for (const error of unhandledErrors) tally.failures.push(remark('outside of a test', [error]))
    for (const module of modules) {
      for (const error of module.errors()) tally.failures.push(remark(module.relativeModuleId, [error]))
      for (const test of module.children.allTests()) {
        const { state, note, errors } = { note: undefined, ...test.result() }
        // A suite that skips as a whole cannot leave a note: it says in its name what it needs.
        const needs = /\((needs [^)]+)\)/.exec(test.fullName)?.[1]
        const name = `${module.relativeModuleId} › ${test.fullName}`
        if (test.diagnostic()?.flaky) tally.again.push(remark(name, errors))
        if (state === 'passed') tally.passed++
        else if (state === 'failed') tally.failures.push(remark(name, errors))
        else
          tally.skipped.push({
            name,
            reason: note ?? needs ?? '',
          })
      }
    }
    writeTally(tally)
  }
}
