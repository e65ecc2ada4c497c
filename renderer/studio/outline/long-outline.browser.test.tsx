import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { openStudio } from '../../../test/harness/open-studio.tsx'
import { createModule } from '../../../shared/model/module.ts'
import type { ProjectRecord } from '../../../shared/model/records.ts'

const count = 300
const modules = Array.from({ length: count }, (_, index) =>
  createModule({ id: `m${index}`, title: `Module ${index}` }),
)
const records: ProjectRecord[] = [
  { id: 'project', type: 'project', title: 'Large', series: ['all'], target: 'generic' },
  { id: 'all', type: 'series', title: 'All', modules: modules.map(({ id }) => id) },
  ...modules,
]
const options = { records }
const selection = { module: 'm150', step: null }

let close: () => void = () => {}
afterEach(() => close())

test('a long outline draws a part of its rows, and the keyboard reaches all of them', async () => {
  close = await openStudio({ options, selection })
  const row = (name: string) => page.getByRole('treeitem', { name, exact: true })
  // The one that is selected is brought into sight, and the others of the place with it.
  await expect.element(row('Module 150')).toBeInViewport()
  await expect.element(row('Module 148')).toBeVisible()
  await expect.poll(() => page.getByRole('treeitem').elements().length).toBeLessThan(120)

  row('Module 150').element().focus()
  await userEvent.keyboard('{End}')
  await expect.element(row('Module 299')).toBeInViewport()
  await expect.element(row('Module 299')).toHaveFocus()
  await expect.element(row('Module 290')).toBeInViewport()
  await userEvent.keyboard('{Home}')
  await expect.element(row('All')).toHaveFocus()
  await expect.element(row('Module 5')).toBeInViewport()
  await expect.element(row('Module 5')).toHaveAttribute('aria-posinset', '6')
})
