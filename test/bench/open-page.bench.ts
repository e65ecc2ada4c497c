import { chromium } from '@playwright/test'
import { startWebShell } from '../../electron/shells/web/server.ts'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import { buildLargeProject, largeSize } from '../harness/large-project.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { type Benchmark, percentile } from './report.ts'

const rounds = 5

export const benchmark: Benchmark = {
  title: `Cold open of a project of ${largeSize.modules} modules and ${largeSize.modules * largeSize.stepsPerModule} steps, in a new browser and a studio just started`,
  async measure() {
    const here = temporaryProjects()
    const path = buildLargeProject(here.projects, `${here.folder}/Large.morsel`)
    here.projects.closeAll()
    process.env.MORSEL_HOME = `${here.folder}/home`
    const times: number[] = []
    for (let round = 0; round < rounds; round++) {
      const shell = await startWebShell()
      const browser = await chromium.launch({ executablePath: findChromium() })
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
      const start = performance.now()
      await page.goto(`${shell.url}&open=${encodeURIComponent(path)}&module=m0`)
      await page.getByRole('textbox', { name: 'Module title' }).waitFor()
      times.push(performance.now() - start)
      await browser.close()
      await shell.close()
    }
    here.dispose()
    return [
      {
        name: 'from the address to the first module shown, median',
        value: percentile(times, 0.5),
        unit: 'ms',
        budget: 1000,
      },
      { name: 'slowest', value: Math.max(...times), unit: 'ms' },
    ]
  },
}
