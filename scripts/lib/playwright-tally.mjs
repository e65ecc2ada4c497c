import { writeFileSync } from 'node:fs'

/** A Playwright reporter that writes a tally (see tally.mjs) to the file named by MORSEL_TALLY. */
export default class PlaywrightTally {
  #errors = 0
  #suite

  onBegin(_config, suite) {
    this.#suite = suite
  }

  onError() {
    this.#errors++
  }

  onEnd() {
    /** @type {import('./tally.mjs').Tally} */
    const tally = { passed: 0, failed: this.#errors, skipped: [], again: [] }
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome()
      const name = test.titlePath().filter(Boolean).join(' › ')
      if (outcome === 'flaky') tally.again.push(name)
      if (outcome === 'expected' || outcome === 'flaky') tally.passed++
      else if (outcome === 'unexpected') tally.failed++
      else {
        const reason = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
        tally.skipped.push({ name, reason: reason ?? '' })
      }
    }
    if (process.env.MORSEL_TALLY) writeFileSync(process.env.MORSEL_TALLY, JSON.stringify(tally))
  }

  printsToStdio() {
    return false
  }
}
