import { readdirSync } from 'node:fs'
import type { Benchmark } from './report.ts'
import { line } from './report.ts'

// Runs the benchmarks named on the command line (all by default), one after the other, and prints what they measured.
// A missed budget is printed, not an exit code: machines are noisy, and a benchmark is not a test.
const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.bench.ts'))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !files.includes(`${name}.bench.ts`))
if (unknown.length > 0) {
  console.error(
    `There is no benchmark called ${unknown.join(', ')}. There are: ${files.map((name) => name.replace('.bench.ts', '')).join(', ')}.`,
  )
  process.exit(2)
}

for (const file of files) {
  if (asked.length > 0 && !asked.includes(file.replace('.bench.ts', ''))) continue
  const { benchmark } = (await import(`./${file}`)) as { benchmark: Benchmark }
  console.log(benchmark.title)
  for (const measure of await benchmark.measure()) console.log(line(measure))
}
