import { expect, test } from '@playwright/test'
import { cpSync, existsSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '../../electron/core/project/driver.ts'
import { databaseFile } from '../../electron/core/project/folder.ts'
import { numberedVideo } from '../harness/media.ts'
import { mountSmallDisk, noSmallDisk } from '../harness/small-disk.ts'
import { onDisk } from './support/closed.ts'
import { startStudio } from './support/studio.ts'
import { openWatched } from './support/window.ts'
import { atWork, close, notSaved } from './support/at-work.ts'

test('a project folder that goes away is said at once, and all is saved when it is back', async ({
  browser,
}) => {
  const studio = await startStudio()
  const work = await atWork(browser, studio)
  const { page, problems, designer, folder } = work
  renameSync(folder, `${folder}.away`)
  // In one go: typing key by key would still be saving when the folder is back.
  await page.keyboard.insertText(' Typed while it was away.')
  await expect(notSaved(work)).toContainText(`The project folder ${folder} was moved or deleted`)
  await expect(page.getByRole('banner').getByText('Not saved')).toBeVisible()
  await expect(designer.text).toContainText('Kept. Typed while it was away.')
  expect(existsSync(folder), 'nothing was written where the folder was').toBe(false)

  renameSync(`${folder}.away`, folder)
  await notSaved(work).getByRole('button', { name: 'Try again' }).click()
  await designer.saved()
  await expect(notSaved(work)).toHaveCount(0)
  await page.close()
  await studio.stop()
  const { steps, problems: wrong } = onDisk(folder)
  expect(JSON.stringify(steps)).toContain('Kept. Typed while it was away.')
  expect(wrong).toEqual([])
  expect(problems).toEqual([])
  await close(studio, work)
})

test('a full disk is said, the project stays whole, and it goes on when there is room', async ({
  browser,
}) => {
  test.skip(noSmallDisk !== null, noSmallDisk ?? '')
  const video = numberedVideo({ name: 'large.mp4', extra: ['-crf', '4'] })
  const disk = mountSmallDisk(4)
  const studio = await startStudio({ home: join(disk.path, 'home') })
  const work = await atWork(browser, studio)
  const { page, problems, designer, folder } = work
  try {
    const filler = fill(disk.path, 256 * 1024)
    await designer.addStep('Video', 'Video')
    await designer.saved()
    await designer.choose(page.getByRole('button', { name: 'Choose a video' }), video)
    await expect(page.getByRole('alert')).toContainText(`The disk that holds ${folder} is full.`)
    await expect(page.getByRole('button', { name: 'Choose a video' })).toBeVisible()
    expect(readdirSync(join(folder, 'media'))).toEqual([])
    await page.getByRole('alert').getByRole('button').click()

    await designer.goTo('Page')
    await designer.text.click()
    await page.keyboard.press('Control+End')
    const rest = fill(disk.path, 0)
    await page.keyboard.insertText(' Words for a full disk.'.repeat(8000))
    await expect(notSaved(work)).toContainText(`The disk that holds ${folder} is full.`)
    await expect(page.getByRole('banner').getByText('Not saved')).toBeVisible()

    rmSync(filler)
    rmSync(rest, { force: true })
    await notSaved(work).getByRole('button', { name: 'Try again' }).click()
    await designer.saved()
    await page.close()
    await studio.stop()
    const { steps, problems: wrong } = onDisk(folder)
    expect(JSON.stringify(steps)).toContain('Kept. Words for a full disk.')
    expect(wrong).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await page.context().close()
    await studio.stop()
    disk.unmount()
  }
})

/** Writes until only `left` bytes are free on the disk that holds `folder`. */
function fill(folder: string, left: number): string {
  const filler = join(folder, `filler-${left}`)
  const { bavail, bsize } = statfsSync(folder)
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)))
  return filler
}

test('a newer project, a folder that is none, and a project open elsewhere are said on the start screen', async ({
  browser,
}) => {
  const studio = await startStudio()
  const work = await atWork(browser, studio)
  const other = await startStudio()
  const elsewhere = await openWatched(browser, other.url)
  const { page } = elsewhere
  const newer = join(other.home, 'Newer.morsel')
  const open = async (path: string) => {
    await page.getByRole('textbox', { name: 'Path of the project folder' }).fill(path)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
  }
  try {
    const said = page.getByRole('alert')
    await open(work.folder)
    await expect(said).toHaveText(
      `${work.folder} is open in another Morsel Studio. Close it there, then try again.`,
    )
    await work.page.context().close()
    await studio.stop()

    cpSync(work.folder, newer, { recursive: true })
    const database = openDatabase(databaseFile(newer))
    database.execute('PRAGMA user_version = 99')
    database.close()
    await open(newer)
    await expect(said).toContainText(`${newer} was made by a newer Morsel Studio (format 99;`)
    await open(other.home)
    await expect(said).toContainText(`${other.home} is not a Morsel project`)
    await open(join(other.home, 'gone.morsel'))
    await expect(said).toContainText(`There is no project at ${join(other.home, 'gone.morsel')}.`)

    await open(work.folder)
    await expect(page.getByRole('treeitem', { name: /Page/ })).toBeVisible()
    expect([...work.problems, ...elsewhere.problems]).toEqual([])
  } finally {
    await close(other, elsewhere)
    await close(studio, work)
  }
})

test('when the studio is gone the page keeps what is typed, says so, and saves once it is back', async ({
  browser,
}) => {
  let studio = await startStudio()
  const work = await atWork(browser, studio)
  const { page, problems, designer, folder } = work
  try {
    await studio.kill()
    await page.keyboard.type(' Typed while it was gone.')
    await expect(notSaved(work)).toContainText('The studio does not answer')
    await expect(page.getByRole('banner').getByText('Not saved')).toBeVisible()
    await notSaved(work).getByRole('button', { name: 'Try again' }).click()
    await expect(notSaved(work)).toContainText('The studio does not answer')
    await designer.text.click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' And more.')
    await expect(designer.text).toHaveText('Kept. Typed while it was gone. And more.')

    studio = await startStudio({ home: studio.home })
    // As the studio does by itself where there is a browser: it opens its address in a tab beside.
    const beside = await page.context().newPage()
    await beside.goto(studio.url)
    await beside.close()
    await designer.saved()
    await expect(notSaved(work)).toHaveCount(0)
    await page.keyboard.type(' Goes on.')
    await designer.saved()
    await page.close()
    await studio.stop()
    const { steps, problems: wrong } = onDisk(folder)
    expect(JSON.stringify(steps)).toContain('Kept. Typed while it was gone. And more. Goes on.')
    expect(wrong).toEqual([])
    expect(problems).toEqual([])
  } finally {
    await close(studio, work)
  }
})
