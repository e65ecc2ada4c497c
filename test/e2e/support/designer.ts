import { expect, type Locator, type Page } from '@playwright/test'

/** A designer at the studio: mouse and keyboard only, by the words on the screen. */
export function designerAt(page: Page) {
  const canvas = page.getByRole('main', { name: 'Canvas' })
  return {
    canvas,
    title: page.getByRole('textbox', { name: 'Step title' }),
    text: page.getByRole('textbox', { name: 'Page text' }),

    async newProject(name: string) {
      await page.getByRole('textbox', { name: 'Name' }).fill(name)
      await page.getByRole('button', { name: 'Create' }).click()
    },
    async newModule(title: string) {
      await page.getByRole('button', { name: 'Add the first module' }).click()
      await page.getByRole('textbox', { name: 'Module title' }).fill(title)
    },
    async addStep(kind: 'Page' | 'Video' | 'Podcast' | 'Quiz', title: string) {
      await page.getByRole('button', { name: 'Add step' }).click()
      await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click()
      await page.getByRole('textbox', { name: 'Step title' }).fill(title)
    },
    async goTo(title: string) {
      await page
        .getByRole('treeitem', { name: new RegExp(title) })
        .last()
        .click()
    },
    /** Chooses a file as a person does: the button opens the chooser. */
    async choose(button: Locator, file: string) {
      const chooser = page.waitForEvent('filechooser')
      await button.click()
      await (await chooser).setFiles(file)
    },
    /** Waits until what the studio calls saved is saved. */
    async saved() {
      await expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
    },
    undo: () => page.keyboard.press('Control+z'),
    redo: () => page.keyboard.press('Control+Shift+z'),
    async addQuestion(kind: 'Single choice' | 'Multiple response', stem: string, choices: readonly string[]) {
      const before = await page.getByRole('region', { name: /^Question \d+$/ }).count()
      await page.getByRole('button', { name: 'Add question' }).click()
      await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click()
      const card = page.getByRole('region', { name: `Question ${before + 1}`, exact: true })
      await expect(card.getByRole('textbox', { name: /what is asked/ })).toBeFocused()
      await page.keyboard.type(stem)
      for (const [index, choice] of choices.entries()) {
        if (index === 0) await card.getByRole('textbox', { name: 'Choice 1', exact: true }).click()
        else {
          await page.keyboard.press('Enter')
          await expect(card.getByRole('textbox', { name: `Choice ${index + 1}`, exact: true })).toBeFocused()
        }
        await page.keyboard.type(choice)
      }
      return card
    },
  }
}
