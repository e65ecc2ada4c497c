import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { stories } from '../../gallery/stories.ts'
import { Theme } from '../../theme/Theme.tsx'

let root: Root

async function open(name: string) {
  await page.viewport(1280, 1400)
  const host = document.createElement('div')
  host.id = 'root'
  document.body.append(host)
  root = createRoot(host)
  root.render(<Theme scheme="light">{stories.find((story) => story.name === name)?.render()}</Theme>)
  await expect.element(page.getByRole('complementary', { name: 'Settings' })).toBeVisible()
}

afterEach(() => {
  root.unmount()
  document.body.replaceChildren()
})

const field = (name: string) => page.getByRole('combobox', { name })
const undo = () => page.getByRole('button', { name: /^Undo/ }).click()
const saved = () => expect.element(page.getByText('Saved', { exact: true })).toBeVisible()

test.each([
  ['Going through the steps', 'Free', 'One step after the other', 'once the steps before it are done'],
  ['Coming back', 'Go on where they left', 'Ask them', 'chooses to go on or to start over'],
  ['Complete when', 'Every step is done', 'The results are seen', 'Reaching the last screen is enough'],
])(
  '“%s” is chosen by its explanation, saved, and undone in one step',
  async (label, before, after, meaning) => {
    await open('Editor: a module')
    await expect.element(field(label)).toHaveValue(before)
    await field(label).click()
    await page.getByRole('option', { name: new RegExp(`${after}.*${meaning}`) }).click()
    await expect.element(field(label)).toHaveValue(after)
    await expect.element(field(label)).toHaveAccessibleDescription(new RegExp(meaning))
    await saved()
    await undo()
    await expect.element(field(label)).toHaveValue(before)
  },
)

test('attempts are typed as one undo step, and an empty field means no limit', async () => {
  await open('Editor: a module')
  const attempts = page.getByRole('textbox', { name: 'Attempts at each quiz' })
  await attempts.fill('12')
  await expect.element(attempts).toHaveAccessibleDescription(/taken 12 times/)
  await attempts.fill('')
  await expect.element(attempts).toHaveAccessibleDescription(/as often as they like/)
  await attempts.fill('1')
  await expect.element(attempts).toHaveAccessibleDescription(/taken once/)
  await userEvent.keyboard('{Tab}')
  await saved()
  await undo()
  await expect.element(attempts).toHaveValue('')
})

test('the exit button is a switch by the keyboard', async () => {
  await open('Editor: a module')
  const exit = page.getByRole('switch', { name: /^Exit button/ })
  ;(exit.element() as HTMLElement).focus()
  await userEvent.keyboard(' ')
  await expect.element(exit).toBeChecked()
  await expect.element(exit).toHaveAccessibleDescription(/offers to leave/)
})

test.each([
  ['Editor: a quiz', 'Must be passed', 'Score needed', '80 %'],
  ['Editor: a video, trimmed', 'Must be watched', 'How much of it', '90 %'],
])('%s: “%s” is asked for, set, and not asked for again', async (story, label, percent, usual) => {
  await open(story)
  const asked = page.getByRole('switch', { name: new RegExp(`^${label}`) })
  const much = page.getByRole('textbox', { name: percent })
  await asked.click()
  await expect.element(much).toHaveValue(usual)
  await much.fill('65')
  await expect.element(much).toHaveValue('65 %')
  await saved()
  await asked.click()
  await expect.element(much).not.toBeInTheDocument()
  await undo()
  await expect.element(much).toHaveValue('65 %')
})

test('a step without an outcome to serve leads to where outcomes are written', async () => {
  await open('Settings: a step of a module without outcomes')
  await page.getByRole('button', { name: 'Go to the module’s outcomes' }).click()
  await expect.element(page.getByRole('button', { name: 'Add outcome' })).toBeVisible()
})
