import { checkModule } from '../../shared/model/rules/index.ts'
import type { BundleFormat } from '../../shared/contract/publish.ts'
import { publishModule } from '../../electron/core/publish/publish.ts'
import { temporaryProjects } from './projects.ts'
import { pretendMedia } from './publishable.ts'

// Publishes the module `m` of a closed project, in a process of its own: `publish-once.ts <project> <built> <out> <format…>`
// writes `<out>-<format>.zip`. What the process was started with (time zone, language, clock) is what the test is about.
const [path = '', built = '', out = '', ...formats] = process.argv.slice(2)
const here = temporaryProjects()
try {
  const project = here.projects.get(here.projects.open(path).project)
  for (const format of formats) {
    const request = { module: 'm', format: format as BundleFormat, out: `${out}-${format}.zip` }
    const lent = { media: pretendMedia(), check: checkModule, built }
    for await (const _ of publishModule(project, request, lent, new AbortController().signal));
  }
} finally {
  here.dispose()
}
