import { createRoot, type Root } from 'react-dom/client'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import type { Asset } from '../../shared/model/asset.ts'
import type { RichText } from '../../shared/model/richtext/schema.ts'
import { createStep } from '../../shared/model/steps/index.ts'
import { bodyOf, EditorPage } from './editor-page.tsx'
import { createMemoryProject } from './memory-project.ts'

/** The picture that every file brought in becomes. */
export const jug: Asset = {
  id: 'asset.0000000000000001',
  type: 'asset',
  name: 'jug.png',
  kind: 'image',
  sha256: '1'.repeat(64),
  extension: 'png',
  mediaType: 'image/png',
  bytes: 100,
  width: 320,
  height: 200,
  seconds: null,
  framesPerSecond: null,
  playable: true,
}
const pixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACw='

export const words = (text: string) => [{ type: 'text' as const, text }]
export const paragraph = (text: string): RichText[number] => ({ type: 'paragraph', children: words(text) })

/** Chromium tells of a new selection in a task of its own, which a person's next key never outruns. */
export const settle = () => new Promise((resolve) => setTimeout(resolve, 50))

/** One page on the screen with its toolbar, in a project in memory. Close it after the test. */
export async function openEditor(body: RichText = []) {
  const project = createMemoryProject([{ ...createStep('page', { id: 'one', title: 'One' }), body } as never])
  const host = document.createElement('div')
  document.body.append(host)
  const root: Root = createRoot(host)
  const importMedia = () => Promise.resolve(jug)
  root.render(
    <EditorPage project={project} pages={['one']} importMedia={importMedia} mediaUrl={() => pixel} />,
  )
  const editor = page.getByRole('textbox', { name: 'Page one' })
  await expect.element(editor).toBeVisible()
  const element = () => editor.element() as HTMLElement
  return {
    project,
    editor,
    element,
    /** What the project holds of it. */
    body: () => bodyOf(project, 'one'),
    /** Pastes as the browser does. */
    async paste({ html, text, files = [] }: { html?: string; text?: string; files?: File[] }) {
      const clipboardData = new DataTransfer()
      if (html) clipboardData.setData('text/html', html)
      if (text) clipboardData.setData('text/plain', text)
      for (const file of files) clipboardData.items.add(file)
      element().dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      await settle()
    },
    close() {
      root.unmount()
      document.body.replaceChildren()
    },
  }
}
export type OpenEditor = Awaited<ReturnType<typeof openEditor>>
