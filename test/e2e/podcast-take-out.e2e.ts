import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { findInFeed } from '../harness/feeds.ts'
import { program } from '../harness/media.ts'
import { hasEspeak, withoutEspeak } from '../harness/speaks.ts'
import { designerAt } from './support/designer.ts'
import { startStudio } from './support/studio.ts'
import { openWatched } from './support/window.ts'

test.use({ actionTimeout: 20_000 })

type Probed = {
  streams: { codec_name: string }[]
  chapters: { tags: { title: string } }[]
  format: { duration: string; tags: Record<string, string> }
}
const probe = (path: string) =>
  JSON.parse(
    execFileSync(
      program('ffprobe'),
      ['-v', 'error', '-of', 'json', '-show_streams', '-show_chapters', '-show_format', path],
      { encoding: 'utf8' },
    ),
  ) as Probed

test('an episode is taken out as M4A, and a series with its feed; both are read back', async ({
  browser,
}) => {
  test.skip(!hasEspeak, withoutEspeak)
  test.setTimeout(300_000)
  const studio = await startStudio()
  const { page, problems } = await openWatched(browser, studio.url)
  const designer = designerAt(page)
  const tray = page.getByRole('region', { name: 'Work in progress' })
  const script = page.getByRole('region', { name: 'Script' })
  try {
    await designer.newProject('Talks')
    await designer.newModule('Lift without hurting your back')
    await designer.addStep('Page', 'Look before you lift')
    await designer.text.click()
    await page.keyboard.type('Look at the load. Then lift with your legs.')
    for (const title of ['Listen instead', 'Once more']) {
      await designer.addStep('Podcast', title)
      await page.getByRole('button', { name: 'Draft from module' }).click()
      await expect(script.getByRole('textbox', { name: /says$/ }).first()).toBeVisible()
      await designer.saved()
    }

    // The first is rendered, and taken out as another kind of file.
    await designer.goTo('Listen instead')
    await page.getByRole('button', { name: 'Render episode' }).click()
    await expect(page.getByText(/^Rendered: 0:\d\d/)).toBeVisible({ timeout: 60_000 })
    await designer.saved()
    const out = join(studio.home, 'taken out.m4a')
    await page.getByRole('button', { name: 'Save as file' }).click()
    await page.getByRole('menuitem', { name: 'Episode as M4A…' }).click()
    const sheet = page.getByRole('dialog', { name: 'Episode as M4A' })
    await sheet.getByRole('textbox', { name: 'File' }).fill(out)
    await sheet.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Listen instead is saved as M4A')).toBeVisible({ timeout: 60_000 })
    await expect(sheet).toBeHidden()
    const { streams, chapters, format } = probe(out)
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(expect.arrayContaining(['aac', 'mjpeg']))
    expect(chapters.length).toBeGreaterThan(0)
    expect(format.tags.title).toBe('Listen instead')

    // Again under the same name: nothing is replaced unasked.
    await page.getByRole('button', { name: 'Save as file' }).click()
    await page.getByRole('menuitem', { name: 'Episode as M4A…' }).click()
    await sheet.getByRole('textbox', { name: 'File' }).fill(out)
    await sheet.getByRole('button', { name: 'Save' }).click()
    await expect(sheet.getByText(/^There is already a file at /)).toBeVisible()
    await sheet.getByRole('button', { name: 'Cancel' }).click()

    // The series: one is rendered on the way.
    const series = page.getByRole('treeitem').first()
    await series.click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Podcast feed…' }).click()
    const feed = page.getByRole('dialog', { name: /^Podcast feed of/ })
    await expect(feed.getByText('One is rendered first.')).toBeVisible()
    const folder = join(studio.home, 'talks')
    await feed.getByRole('textbox', { name: 'Folder' }).fill(folder)
    await feed.getByRole('textbox', { name: 'Where will it be hosted?' }).fill('example.org/talks')
    await feed.getByRole('button', { name: 'Make feed' }).click()
    await expect(feed.getByText('The feed is made with 2 episodes')).toBeVisible({ timeout: 60_000 })
    await feed.getByRole('button', { name: 'Done' }).click()

    const xml = readFileSync(join(folder, 'feed.xml'), 'utf8')
    expect(findInFeed(xml, '//item/title')).toEqual(['Once more', 'Listen instead'])
    expect(findInFeed(xml, '/rss/channel/itunes:image/@href')).toHaveLength(1)
    const addresses = findInFeed(xml, '//enclosure/@url')
    const files = addresses.map((url) => join(folder, url.replace('https://example.org/talks/', '')))
    expect(findInFeed(xml, '//enclosure/@length')).toEqual(files.map((file) => String(statSync(file).size)))
    for (const file of files) {
      expect(probe(file).streams.map(({ codec_name }) => codec_name)).toEqual(['mp3', 'mjpeg'])
      expect(statSync(file.replace(/mp3$/, 'vtt')).size).toBeGreaterThan(0)
    }
    // Audio, transcript, chapters and cover of each, and the feed; nothing half made.
    expect(readdirSync(folder)).toHaveLength(2 * 4 + 1)
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([])

    // The step holds what was rendered for it, which one undo takes back.
    await expect(tray).toBeHidden()
    await designer.goTo('Once more')
    await expect(page.getByText(/^Rendered: 0:\d\d/)).toBeVisible()
    await designer.undo()
    await expect(page.getByText('Not rendered yet')).toBeVisible()
    expect(problems).toEqual([])
  } finally {
    await page.context().close()
    await studio.close()
  }
})
