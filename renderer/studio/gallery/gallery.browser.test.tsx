import axe from 'axe-core'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { atRest } from '../../../test/harness/at-rest.ts'
import { jobs } from '../jobs/jobs.ts'
import { Theme } from '../theme/Theme.tsx'
import { stories } from './stories.ts'

let root: Root | null = null
let holder: HTMLElement | null = null

afterEach(() => {
  root?.unmount()
  holder?.remove()
  jobs.setState({ running: [] })
})

async function show(name: string, scheme: 'light' | 'dark') {
  const story = stories.find((candidate) => candidate.name === name)
  if (!story) throw new Error(`No story ${name}`)
  await page.viewport(1440, 900)
  document.documentElement.lang = 'en'
  document.title = name
  holder = document.createElement('div')
  holder.id = 'root'
  document.body.append(holder)
  root = createRoot(holder)
  root.render(<Theme scheme={scheme}>{story.render()}</Theme>)
  await expect.poll(() => document.body.innerText.trim().length).toBeGreaterThan(10)
  // Fades and the fonts' arrival change what a contrast check sees.
  await document.fonts.ready
  await new Promise((resolve) => setTimeout(resolve, 350))
}

for (const scheme of ['light', 'dark'] as const)
  test.each(stories.map(({ name }) => name))(`%s is accessible, ${scheme}`, async (name) => {
    await show(name, scheme)
    const { violations } = await atRest(() =>
      axe.run(document, {
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // Sheets are shown alone here, without the page around them.
        rules: {
          region: { enabled: false },
          'page-has-heading-one': { enabled: false },
          'landmark-one-main': { enabled: false },
        },
      }),
    )
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary}`),
    }))
    expect(found).toEqual([])
  })
