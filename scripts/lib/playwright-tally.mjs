import { emptyTally, inOneLine, writeTally } from './tally.mjs'

/** What the first try that failed said. */
const firstReason = ({ results }) => inOneLine(results.find(({ error }) => error)?.error.message)

/** A Playwright reporter that leaves a tally (see tally.mjs). */
export default class PlaywrightTally {
  #errors = []
  #suite

  onBegin(_config, suite) {
    this.#suite = suite
  }

  onError(error) {
    this.#errors.push({ name: 'outside of a test', reason: inOneLine(error.message) })
  }

  onEnd() {
    const tally = emptyTally()
    tally.failures.push(...this.#errors)
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome()
      const name = test.titlePath().filter(Boolean).join(' › ')
      if (outcome === 'flaky') tally.again.push({ name, reason: firstReason(test) })
      if (outcome === 'expected' || outcome === 'flaky') tally.passed++
      else if (outcome === 'unexpected') tally.failures.push({ name, reason: firstReason(test) })
      else {
        const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        tally.skipped.push({ name, reason: reason ?? '' })
      }
    }
    writeTally(tally)
  }

  printsToStdio() {
    return false
  }
}
