import { chromium, type Page } from '@playwright/test'
import { rmSync } from 'node:fs'
import { startWebShell } from '../../electron/shells/web/server.ts'
import { findChromium } from '../../scripts/lib/chromium.mjs'
import type { Step } from '../../shared/model/steps/index.ts'
import { buildLargeProject, largeSize } from '../harness/large-project.ts'
import { temporaryProjects } from '../harness/projects.ts'
import { startBareServer } from './bare-server.ts'
import { openFloor } from './floor.ts'
import { type Benchmark, percentile } from './report.ts'

const rounds = { count: 10, saves: 60, restMilliseconds: 1500 }

export const benchmark: Benchmark = {
  title: `The same commit asked for by the studio page over HTTP, project of ${largeSize.modules * largeSize.stepsPerModule} steps`,
  async measure() {
    const here = temporaryProjects()
    const path = buildLargeProject(here.projects, `${here.folder}/Large.morsel`)
    here.projects.closeAll()
    process.env.MORSEL_HOME = `${here.folder}/home`
    const shell = await startWebShell()
    const { project } = await shell.studio.client.project.open({ path })
    const browser = await chromium.launch({ executablePath: findChromium() })
    const page = await browser.newPage()
    await page.goto(shell.url)
    const bareServer = await startBareServer()
    const barePage = await browser.newPage()
    await barePage.goto(bareServer.origin)
    const floor = openFloor(here.folder)
    const saved: number[] = []
    const asked: number[] = []
    const bare: number[] = []
    const floors: number[] = []
    await save(page, project, rounds.saves)
    for (let round = 0; round < rounds.count; round++) {
      saved.push(...(await save(page, project, rounds.saves)))
      asked.push(...(await ask(page, '/rpc/shell/info', '{"json":null}', rounds.saves)))
      bare.push(...(await ask(barePage, '/', bodyLikeACommit, rounds.saves)))
      for (let write = 0; write < rounds.saves; write++) floors.push(floor.write())
      await new Promise((resolve) => setTimeout(resolve, rounds.restMilliseconds))
    }
    floor.close()
    await browser.close()
    bareServer.close()
    await shell.close()
    here.dispose()
    rmSync(`${here.folder}/home`, { recursive: true, force: true })
    const measure = (name: string, part: number, budget: number) => ({
      name,
      value: percentile(saved, part),
      unit: 'ms',
      floor: { name: '200 KB write + fsync', value: percentile(floors, part), budget },
    })
    // One after the other: a save must have come before it is written, and be written before it is answered.
    const least = bare.map((time, index) => time + (floors[index] ?? 0))
    const againstLeast = (name: string, part: number, budget: number) => ({
      name: `${name}, against the least a page could do`,
      value: percentile(saved, part),
      unit: 'ms',
      floor: {
        name: 'bare Node server asked from the same browser + that write',
        value: percentile(least, part),
        budget,
      },
    })
    return [
      measure('p50', 0.5, 1.5),
      measure('p99', 0.99, 5),
      againstLeast('p50', 0.5, 1.5),
      againstLeast('p99', 0.99, 5),
      ...([0.5, 0.99] as const).flatMap((part) => [
        {
          name: `an operation that does nothing, p${part * 100}`,
          value: percentile(asked, part),
          unit: 'ms',
        },
        {
          name: `the browser’s round trip to a bare Node server, p${part * 100}`,
          value: percentile(bare, part),
          unit: 'ms',
        },
      ]),
    ]
  },
}

/** As many bytes as a commit of a page of a hundred words, before and after. */
const bodyLikeACommit = JSON.stringify({ json: 'x'.repeat(2500) })

/** Commits `count` rewritings of one page, one after the other, and times each in the page, from asking to the answer read. */
function save(page: Page, project: string, count: number): Promise<number[]> {
  return page.evaluate(
    async ({ project, count }) => {
      const call = async (operation: string, input: unknown) => {
        const answer = await fetch(`/rpc/project/${operation}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ json: input }),
        })
        if (!answer.ok) throw new Error(await answer.text())
        return ((await answer.json()) as { json: unknown }).json
      }
      const { records } = (await call('module', { project, module: 'm0' })) as { records: { id: string }[] }
      let step = records.find(({ id }) => id === 'm0.s0') as unknown as Extract<Step, { kind: 'page' }>
      const times: number[] = []
      for (let round = 0; round < count; round++) {
        const text = Array.from(
          { length: 100 },
          (_, word) => `word${(word * 7919 + round * 31 + Math.round(performance.now())) % 5000}`,
        ).join(' ')
        const to = {
          ...step,
          body: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }],
        }
        const change = { added: {}, removed: {}, updated: { [step.id]: [step, to] } }
        const start = performance.now()
        await call('commit', { project, label: 'Write', change })
        times.push(performance.now() - start)
        step = to
      }
      return times
    },
    { project, count },
  )
}

/** Times `count` round trips to a server that answers at once. */
function ask(page: Page, path: string, body: string, count: number): Promise<number[]> {
  return page.evaluate(
    async ({ path, body, count }) => {
      const times: number[] = []
      for (let round = 0; round < count; round++) {
        const start = performance.now()
        const answer = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        })
        await answer.json()
        times.push(performance.now() - start)
      }
      return times
    },
    { path, body, count },
  )
}
