import { fromPlainText } from '../../shared/model/richtext/text.ts'
import type { Change } from '../../shared/model/change.ts'
import type { Step } from '../../shared/model/steps/index.ts'
import { buildLargeProject, largeSize, wordSource } from '../harness/large-project.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { openFloor } from './floor.ts'
import { type Benchmark, percentile } from './report.ts'

/** The first saves make the log as long as it will be; then it is written over again and again. */
const saves = { first: 200, measured: 1000 }
/** After so many saves the author rests, and the housekeeping runs, as it would. */
const rest = { every: 200, milliseconds: 1500 }

export const benchmark: Benchmark = {
  title: `Commit of one edited page with its search index, in process, project of ${largeSize.modules * largeSize.stepsPerModule} steps`,
  async measure() {
    const here = temporaryProjects()
    const path = buildLargeProject(here.projects, `${here.folder}/Large.morsel`)
    const access = here.projects.get(here.projects.open(path).project)
    const floor = openFloor(here.folder)
    const words = wordSource(7)
    const saved: number[] = []
    const floors: number[] = []
    for (let save = 0; save < saves.first + saves.measured; save++) {
      const module = words.random(largeSize.modules)
      const step = `m${module}.s${4 * words.random(largeSize.stepsPerModule / 4)}`
      const change = rewritten(access.require('step', step), words.text(60 + words.random(120)))
      const start = performance.now()
      access.commit({ label: 'Write', change })
      const time = performance.now() - start
      const least = floor.write()
      if (save >= saves.first) {
        saved.push(time)
        floors.push(least)
      }
      if (save % rest.every === rest.every - 1)
        await new Promise((resolve) => setTimeout(resolve, rest.milliseconds))
    }
    floor.close()
    here.dispose()
    const measure = (name: string, share: number, budget: number) => ({
      name,
      value: percentile(saved, share),
      unit: 'ms',
      floor: { name: '200 KB write + fsync', value: percentile(floors, share), budget },
    })
    return [measure('p50', 0.5, 1.5), measure('p99', 0.99, 5)]
  },
}

/** The change that gives the page `from` other words. */
function rewritten(from: Step, text: string): Change {
  if (from.kind !== 'page') throw new Error(`${from.id} is no page`)
  return { added: {}, removed: {}, updated: { [from.id]: [from, { ...from, body: fromPlainText(text) }] } }
}
