import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStudio } from '../../../test/harness/open-studio.tsx'
import type { ProjectDocument } from '../document/document.ts'
import { lesson } from '../gallery/fixtures.ts'

let close: () => void
let document_: ProjectDocument

const options = { records: lesson }
const selection = { module: 'milk', step: 'milk.why' }

beforeEach(async () => {
  close = await openStudio({ options, selection, prepare: keep })
  await expect.element(row('Why milk is steamed')).toBeVisible()
})
afterEach(() => close())

function keep({ document: made }: { document: ProjectDocument }) {
  document_ = made
}

const row = (name: string) => page.getByRole('treeitem', { name, exact: true })
const focused = () => document.activeElement?.getAttribute('aria-label')
const stepsOf = (module: string) => {
  const record = document_.state.getState().records[module]
  return record?.type === 'module' ? record.steps : []
}

test('the whole outline is reached, opened, renamed, moved and undone by keyboard', async () => {
  row('Why milk is steamed').element().focus()
  await userEvent.keyboard('{ArrowDown}')
  expect(focused()).toBe('Two sounds to listen for')
  await userEvent.keyboard('{Enter}')
  await expect.element(row('Two sounds to listen for')).toHaveAttribute('aria-selected', 'true')

  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await expect.poll(() => stepsOf('milk').slice(0, 2)).toEqual(['milk.watch', 'milk.why'])

  await userEvent.keyboard('{F2}')
  await userEvent.keyboard('Listen closely{Enter}')
  await expect.element(row('Listen closely')).toBeVisible()
  expect(focused()).toBe('Listen closely')

  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(row('Two sounds to listen for')).toBeVisible()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.poll(() => stepsOf('milk').slice(0, 2)).toEqual(['milk.why', 'milk.watch'])

  await userEvent.keyboard('{End}')
  expect(focused()).toBe('Setting the grinder')
  await userEvent.keyboard('{ArrowRight}')
  await expect.element(page.getByText('No steps yet. Add one below.')).toBeVisible()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(row('Setting the grinder')).toHaveAttribute('aria-expanded', 'false')
})

test('deleting asks nothing, keeps the keyboard in the tree, and offers to take it back', async () => {
  row('Two sounds to listen for').element().focus()
  await userEvent.keyboard('{Delete}')
  await expect.poll(() => stepsOf('milk')).not.toContain('milk.watch')
  expect(focused()).toBe('Untitled video')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect.poll(() => stepsOf('milk')).toContain('milk.watch')
})

test('the row menu opens by keyboard and copies a step', async () => {
  const before = stepsOf('milk').length
  row('Why milk is steamed').element().focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await page.getByRole('menuitem', { name: /Duplicate/ }).click()
  await expect.element(row('Why milk is steamed (copy)')).toHaveAttribute('aria-selected', 'true')
  expect(stepsOf('milk')).toHaveLength(before + 1)
})

test('a step is dragged into another module', async () => {
  row('Setting the grinder').element().scrollIntoView()
  await userEvent.dragAndDrop(row('Check yourself'), row('Setting the grinder'), { steps: 6 })
  await expect.poll(() => stepsOf('grind')).toEqual(['milk.check'])
  expect(stepsOf('milk')).not.toContain('milk.check')
})

test('nothing else is drawn again while a step is written', async () => {
  let changes = 0
  const observer = new MutationObserver((records) => {
    changes += records.length
  })
  observer.observe(page.getByRole('tree').element(), { subtree: true, childList: true, attributes: true })
  document_.edit('Edit page', (draft) => {
    const step = draft['milk.why']
    if (step?.type === 'step' && step.kind === 'page') step.body = []
  })
  await document_.flush()
  observer.disconnect()
  expect(changes).toBe(0)
})
