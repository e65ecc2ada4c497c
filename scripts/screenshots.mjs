// Takes the pictures in docs/screenshots/ of the studio as it is now, with the sample project. Run after `npm run build`:
// node_modules/.bin/node scripts/screenshots.mjs
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import { findChromium } from './lib/chromium.mjs'
import { root } from './lib/node.mjs'

const folder = join(root, 'docs/screenshots')
mkdirSync(folder, { recursive: true })
const home = mkdtempSync(join(tmpdir(), 'morsel-screenshots-'))
process.env.MORSEL_HOME = home

const { startWebShell } = await import('../electron/shells/web/server.ts')
const shell = await startWebShell()
const browser = await chromium.launch({ executablePath: findChromium() })

/** @param {import('playwright').Page} page */
const take = async (page, name) => {
  // Pictures and frames of videos arrive after the page does.
  await page.waitForTimeout(3000)
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`docs/screenshots/${name}.png`)
}

try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(shell.url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name: 'Open the sample' }).click()
  const outline = page.getByRole('tree')
  await outline.getByText('Spot', { exact: false }).first().waitFor({ timeout: 120_000 })

  const step = async (module, kind, name) => {
    await page.goto(
      `${shell.origin}/?open=${encodeURIComponent(opened.path)}&module=${module.id}&step=${kind.id}`,
    )
    await page.getByRole('textbox', { name: 'Step title' }).waitFor()
    await take(page, name)
  }
  const [opened] = await shell.studio.client.project.recent()
  const { project } = await shell.studio.client.project.open({ path: opened.path })
  const { modules } = await shell.studio.client.project.list({ project })
  const [module] = modules
  const first = (kind) => module.steps.find((candidate) => candidate.kind === kind)
  await step(module, first('page'), 'editor-page')
  await step(module, first('video'), 'editor-video')
  await step(module, first('quiz'), 'editor-quiz')

  await page.getByRole('button', { name: 'Publish' }).click()
  await page.getByRole('dialog').getByText('Format').waitFor()
  await take(page, 'publish')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Preview' }).click()
  const learner = page.frameLocator('iframe').frameLocator('iframe')
  await learner.getByRole('heading', { level: 1 }).waitFor({ timeout: 120_000 })
  const choice = learner.getByRole('radio').first()
  if (await choice.isVisible()) {
    await choice.check()
    await learner.getByRole('button', { name: 'Check' }).click()
  }
  await take(page, 'preview')
  await page.getByRole('button', { name: 'Close preview' }).click()
  await page.goto(shell.origin)
  await page.getByRole('button', { name: 'Create' }).waitFor()
  await take(page, 'start')

  const out = join(home, 'web')
  const work = await shell.studio.client.publish.module({ project, module: module.id, format: 'web', out })
  for await (const event of work) if (event.type === 'done') break
  const phone = await browser.newPage({
    viewport: { width: 360, height: 740 },
    deviceScaleFactor: 2,
    isMobile: true,
  })
  await phone.goto(`file://${join(out, 'index.html')}`)
  await take(phone, 'learner-page')
  for (let screen = 1; screen < 12; screen++) {
    const next = phone.getByRole('button', { name: /^(Next|Finish)$/ })
    if ((await phone.locator('video').count()) > 0 && screen < 5) await take(phone, 'learner-video')
    const box = phone.locator('.choice input').first()
    if ((await box.count()) > 0) {
      await box.check()
      await phone.getByRole('button', { name: 'Check' }).click()
      if (screen < 7) await take(phone, 'learner-quiz')
    }
    if ((await next.count()) === 0) break
    await next.click()
  }
  await take(phone, 'learner-results')
} finally {
  await browser.close()
  await shell.close()
  rmSync(home, { recursive: true, force: true })
}
