// npm run build: builds what is stale. `npm run build -- studio player` names targets, or groups of them; `--force` builds them anyway.
import { build } from 'vite'
import { inspect } from './lib/stale.mjs'
import { emptyTally, inOneLine, writeTally } from './lib/tally.mjs'
import { targets, targetsCalled } from './lib/targets.mjs'

// Vite builds for development under any other value.
process.env.NODE_ENV = 'production'

const parameters = process.argv.slice(2)
const isForced = parameters.includes('--force')
const asked = parameters.filter((word) => !word.startsWith('--'))
const unknown = asked.filter((word) => targetsCalled(word).length === 0)
const wanted = asked.length > 0 ? asked.flatMap(targetsCalled) : targets
if (unknown.length > 0) {
  console.error(
    `There is no build target called ${unknown.join(', ')}. Targets: ${targets.map(({ name }) => name).join(', ')}.`,
  )
  process.exit(2)
}

const tally = emptyTally()

for (const target of targets.filter((one) => wanted.includes(one))) {
  const { isStale, finish } = inspect(target)
  if (!isStale && !isForced) {
    tally.passed++
    continue
  }
  const started = performance.now()
  try {
    await build(await target.config())
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(`The build of ${target.name} failed.\n${reason}`)
    process.exitCode = 1
    tally.failures.push({ name: target.name, reason: inOneLine(reason) })
    continue
  }
  finish()
  tally.passed++
  console.log(`built   ${target.name} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}

writeTally(tally)
