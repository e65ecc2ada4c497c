import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import { startWebShell } from '../../../electron/shells/web/server.ts'
import { playerOn } from './player-page.ts'

/** A studio's whole page with a module inside takes its time on a busy machine. */
export const patiently = expect.configure({ timeout: 20_000 })

/** A module of four steps: two pages, a quiz of two questions, a page at the end. */
const source = `---
title: Steaming milk
language: en
pass: 70
---

## Why milk is steamed {#why}

Warm milk tastes sweeter.

## Two sounds {#sounds}

First it hisses, then it hums.

## Check yourself {#check}

\`\`\`gift
::q1:: The jug screams. What do you do? { =Lower the jug ~Turn up the steam ~Wait }

::q2:: When do you stop? { =When the jug is too hot to hold ~When it boils ~Never }
\`\`\`

## Well done {#end}

Wipe the wand.
`

export type PreviewBench = {
  open: (browser: Browser, size?: { width: number; height: number }) => Promise<Sheet>
  close: () => Promise<void>
}

export type Sheet = {
  page: Page
  player: ReturnType<typeof playerOn>
  module: FrameLocator
  inspector: Locator
  /** The sentence that says what the LMS knows. */
  summary: Locator
  /** Opens the menu of the LMS's behaviour, does `change` there, and closes it. */
  menu: (change: () => Promise<void>) => Promise<void>
  behave: (label: string) => Promise<void>
  /** What a file of the preview is answered with, asked from outside. */
  statusOf: (file: string) => Promise<number>
  /** What must never happen on the page. */
  problems: string[]
}

/** A studio in this process, with one project whose module can be previewed. */
export async function startPreviewBench(): Promise<PreviewBench> {
  const home = mkdtempSync(join(tmpdir(), 'morsel-preview-'))
  process.env.MORSEL_HOME = home
  const shell = await startWebShell()
  const { client } = shell.studio
  const { project, path } = await client.project.create({ title: 'Barista basics' })
  const file = join(home, 'milk.md')
  writeFileSync(file, source)
  for await (const event of await client.interchange.import({ project, paths: [file] }))
    if (event.type === 'done') break
  const { modules } = await client.project.list({ project })
  const made = modules[0]
  if (!made) throw new Error('The module was not imported')
  return {
    async open(browser, size = { width: 1440, height: 900 }) {
      const context = await browser.newContext({ viewport: size })
      const page = await context.newPage()
      const problems: string[] = []
      page.on('pageerror', (error) => problems.push(error.message))
      await page.goto(shell.url)
      await page.goto(
        `${shell.origin}/?open=${encodeURIComponent(path)}&module=${made.id}&step=${made.steps[0]?.id ?? ''}`,
      )
      await page.getByRole('button', { name: 'Preview' }).click()
      const module = page.frameLocator('iframe').frameLocator('iframe')
      const player = playerOn(module)
      await patiently(player.heading).toBeVisible()
      const inspector = page.getByRole('complementary', { name: 'What the LMS records' })
      const menu: Sheet['menu'] = async (change) => {
        await page.getByRole('button', { name: 'Behaviour' }).click()
        await change()
        await page.keyboard.press('Escape')
        // What it says of each behaviour is in the inspector as well, and it goes slowly.
        await patiently(page.getByRole('radio', { name: 'Works' })).toBeHidden()
      }
      return {
        page,
        player,
        module,
        inspector,
        summary: inspector.getByText(/^The LMS now knows/),
        menu,
        behave: (label) => menu(() => page.getByRole('radio', { name: label }).check()),
        async statusOf(file) {
          const address = (await page.locator('iframe').getAttribute('src')) ?? ''
          return (await fetch(new URL(file, address))).status
        },
        problems,
      }
    },
    async close() {
      await shell.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
