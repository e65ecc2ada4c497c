import type { Database } from '../../electron/core/project/driver.ts'
import { closeStore, openStore } from '../../electron/core/project/open.ts'
import { outlineRecords, outlineRows } from '../../electron/core/project/read/outline.ts'
import { searchRecords } from '../../electron/core/project/read/search.ts'
import { moduleRecords } from '../../electron/core/project/tables/records.ts'
import { migrations } from '../../shared/model/migrations/index.ts'
import { buildLargeProject, largeSize, wordSource } from '../harness/large-project.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { type Benchmark, type Measure, percentile } from './report.ts'

const rounds = 60

export const benchmark: Benchmark = {
  title: `Open a project of ${largeSize.modules} modules and ${largeSize.modules * largeSize.stepsPerModule} steps, in process; and search it`,
  async measure() {
    const here = temporaryProjects()
    const path = buildLargeProject(here.projects, `${here.folder}/Large.morsel`)
    // The last saves are learned at once, as the housekeeping would have done.
    searchRecords(here.projects.store(here.projects.open(path).project).database, 'learn')
    here.projects.closeAll()

    const times = {
      open: [] as number[],
      rows: [] as number[],
      module: [] as number[],
      whole: [] as number[],
    }
    for (let round = 0; round < rounds; round++) {
      const store = timed(times.open, () => openStore(path, here.ports, migrations))
      timed(times.rows, () => outlineRows(store.database))
      timed(times.module, () => moduleRecords(store.database, `m${round}`))
      timed(times.whole, () => outlineRecords(store.database))
      closeStore(store)
    }
    const { words, prefixes } = searches(here.projects.store(here.projects.open(path).project).database)
    here.dispose()

    const database = times.open.map(
      (open, round) => open + (times.rows[round] ?? 0) + (times.module[round] ?? 0),
    )
    return [
      median('open, lock and find the history', times.open),
      median('rows of the outline', times.rows),
      median('records of the first module, checked', times.module),
      { ...median('the database’s part: these three', database), budget: 2 },
      median('the outline again, with its rows read from JSON', times.whole),
      ...spread('search of a word', words),
      ...spread('search of three letters', prefixes),
    ]
  },
}

function searches(database: Database): { words: number[]; prefixes: number[] } {
  const found = { words: [] as number[], prefixes: [] as number[] }
  for (const word of wordSource(42).vocabulary.slice(0, 200)) {
    timed(found.words, () => searchRecords(database, word))
    timed(found.prefixes, () => searchRecords(database, word.slice(0, 3)))
  }
  return found
}

/** Runs `work` and adds to `times` how many milliseconds it took. */
function timed<Result>(times: number[], work: () => Result): Result {
  const start = performance.now()
  const result = work()
  times.push(performance.now() - start)
  return result
}

const median = (name: string, values: number[]): Measure => ({
  name: `${name}, p50`,
  value: percentile(values, 0.5),
  unit: 'ms',
})
const spread = (name: string, values: number[]): Measure[] => [
  median(name, values),
  { name: `${name}, p99`, value: percentile(values, 0.99), unit: 'ms' },
]
