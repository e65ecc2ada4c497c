// npm test: installs what tests need and runs everything; the last line sums up all runners.
import { ensureInstalled } from './lib/install.mjs'
import { requireNode20 } from './lib/node.mjs'
import { toolEnvironment } from './lib/run.mjs'
import { emptyTally, judge, runTallied, summarise } from './lib/tally.mjs'
import { ensureChromium, ensureEspeak } from './lib/test-needs.mjs'

requireNode20()
const node = ensureInstalled()
const environment = { ...toolEnvironment, MORSEL_CHROMIUM: ensureChromium() }
ensureEspeak()

const heading = (text) => console.log(`\n── ${text} ──`)

const runStaticChecks = async () => {
  heading('check')
  const started = performance.now()
  const { reportChecks, runChecks } = await import('./lib/checks.mjs')
  const results = await runChecks()
  const failures = reportChecks(results).map((name) => ({ name, reason: 'what it said is above' }))
  const tally = { ...emptyTally(), passed: results.length - failures.length, failures }
  return judge('check', tally, failures.length > 0 ? 1 : 0, (performance.now() - started) / 1000)
}

const run = (runner, program, parameters) => {
  heading(runner)
  return runTallied(runner, program, parameters, environment)
}

const vitest = (...parameters) => [
  'run',
  '--reporter=default',
  '--reporter=./scripts/lib/vitest-tally.mjs',
  ...parameters,
]

const outcomes = [
  await runStaticChecks(),
  await run('build', node, ['scripts/build.mjs']),
  await run('unit, contract, architecture', 'vitest', vitest('--project', 'node', '--project', 'desktop')),
  await run('components in Chromium', 'vitest', vitest('--project', 'browser')),
  await run('end to end in Chromium', 'playwright', [
    'test',
    '--reporter=list,./scripts/lib/playwright-tally.mjs',
  ]),
  await run('package', node, ['scripts/package-check.mjs']),
]

const { lines, failed } = summarise(outcomes)
console.log(lines.join('\n'))
process.exitCode = failed > 0 ? 1 : 0
