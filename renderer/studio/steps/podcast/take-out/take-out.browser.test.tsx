import axe from 'axe-core'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStudio } from '../../../../../test/harness/open-studio.tsx'
import { atRest } from '../../../../../test/harness/at-rest.ts'
import { StudioError } from '../../../../../shared/errors.ts'
import { lesson } from '../../../gallery/fixtures.ts'
import type { MemoryOptions } from '../../../gallery/memory-client.ts'
import type { Setting } from '../../../gallery/Scene.tsx'

const leftOut = 'The picture of the chapter “Foam” was left out: it is damaged.'
type Saved = { step: string; out: string; overwrite?: boolean }

let close: () => void
afterEach(() => close())

const selection = { module: 'milk', step: 'milk.listen' }

async function open(options: Omit<MemoryOptions, 'records'>, prepare: (setting: Setting) => void = () => {}) {
  const all = { records: lesson, ...options }
  close = await openStudio({ options: all, selection, prepare })
  await expect.element(page.getByRole('button', { name: 'Save as file' })).toBeVisible()
}

/** Saving that goes on until it is let go, and what was asked of it. */
function saving() {
  const asked: Saved[] = []
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const savePodcast = async function* (request: Saved, { signal }: { signal: AbortSignal }) {
    asked.push(request)
    if (request.out.includes('taken') && !request.overwrite)
      throw new StudioError('file-exists', { path: request.out })
    yield { type: 'progress', phase: 'Encoding', fraction: 0.4, secondsLeft: 20 }
    const stopped = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new StudioError('cancelled', { what: 'The episode' }))),
    )
    await Promise.race([held, stopped])
    yield { type: 'done', result: { notes: [leftOut] } }
  }
  return { asked, letGo: () => letGo(), instead: { 'media.savePodcast': savePodcast as never } }
}

const menu = () => page.getByRole('button', { name: 'Save as file' })
const item = (name: string) => page.getByRole('menuitem', { name })
const tray = () => page.getByRole('region', { name: 'Work in progress' })

test('where there is no dialog, a sheet asks for the file; it is saved with progress, and said where', async () => {
  const { asked, letGo, instead } = saving()
  await open({ instead })
  menu().element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(item('Episode as M4A…')).toBeVisible()
  for (let at = 0; at < 4; at++) await userEvent.keyboard('{ArrowDown}')
  await userEvent.keyboard('{Enter}')
  const sheet = page.getByRole('dialog', { name: 'Episode as M4A' })
  const file = sheet.getByRole('textbox', { name: 'File' })
  await expect.element(file).toHaveFocus()
  await expect.element(file).toHaveValue('/home/ada/Morsel/Published/Listen instead.m4a')
  const { violations } = await atRest(() =>
    axe.run('[role="dialog"]', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa'] }),
  )
  expect(violations.map(({ id }) => id)).toEqual([])
  await userEvent.keyboard('{Escape}')
  await expect.element(menu()).toHaveFocus()
  await menu().click()
  await item('Episode as M4A…').click()
  await expect.element(file).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(sheet.getByText(/^40 % · 20 seconds left/)).toBeVisible()
  letGo()
  await expect.element(sheet).not.toBeInTheDocument()
  await expect.element(page.getByText('Listen instead is saved as M4A')).toBeVisible()
  await expect.element(page.getByText(leftOut)).toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Show in folder' })).not.toBeInTheDocument()
  expect(asked).toMatchObject([{ step: 'milk.listen', out: '/home/ada/Morsel/Published/Listen instead.m4a' }])
  expect(asked[0]).not.toHaveProperty('overwrite')
})

test('a file that is there is told of in the sheet, and replaced only when that is asked for', async () => {
  const { asked, letGo, instead } = saving()
  letGo()
  await open({ instead })
  await menu().click()
  await item('Episode as WAV…').click()
  const sheet = page.getByRole('dialog', { name: 'Episode as WAV' })
  await sheet.getByRole('textbox', { name: 'File' }).fill('/home/ada/taken.wav')
  await sheet.getByRole('button', { name: 'Save' }).click()
  await expect.element(sheet.getByText(/^There is already a file/)).toBeVisible()
  await sheet.getByRole('button', { name: 'Replace it' }).click()
  await expect.element(sheet).not.toBeInTheDocument()
  expect(asked.map(({ overwrite }) => overwrite)).toEqual([undefined, true])
})

test('the system’s dialog is asked where there is one; the work is cancelled in the tray', async () => {
  const { asked, letGo, instead } = saving()
  const suggested: string[] = []
  const revealed: string[] = []
  const pickSave = (request: { suggested: string }) => {
    suggested.push(request.suggested)
    return { path: suggested.length === 1 ? null : '/home/ada/Desktop/taken.opus' }
  }
  const reveal = ({ path }: { path: string }) => void revealed.push(path)
  await open({
    canPick: true,
    instead: { ...instead, 'shell.pickSave': pickSave as never, 'shell.reveal': reveal as never },
  })
  const takeOut = async () => {
    await menu().click()
    await item('Episode as Opus…').click()
  }
  await takeOut()
  await expect.poll(() => suggested).toEqual(['/home/ada/Morsel/Published/Listen instead.opus'])
  expect(asked).toEqual([])
  await takeOut()
  await tray().getByRole('button', { name: 'Cancel' }).click()
  await expect.element(tray()).not.toBeInTheDocument()
  letGo()
  await takeOut()
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => revealed).toEqual(['/home/ada/Desktop/taken.opus'])
  expect(asked.map(({ overwrite }) => overwrite)).toEqual([true, true])
})

test('of a script that was changed, the menu says what is of the render and what of the script', async () => {
  await open({}, ({ document: made }) =>
    made.edit('Change', (draft) => {
      const record = draft['milk.listen']
      if (record?.type === 'step' && record.kind === 'podcast') record.script.title = 'Another'
    }),
  )
  await menu().click()
  await expect.element(page.getByText('As it was rendered')).toBeVisible()
  await expect.element(page.getByText('From the script as it is now')).toBeVisible()
})
