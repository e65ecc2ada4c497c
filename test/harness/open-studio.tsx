import { createRoot } from 'react-dom/client'
import { page } from 'vitest/browser'
import { Editor } from '../../renderer/studio/app/Editor.tsx'
import type { Selection } from '../../renderer/studio/document/places.ts'
import type { MemoryOptions } from '../../renderer/studio/gallery/memory-client.ts'
import { Scene, type Setting } from '../../renderer/studio/gallery/Scene.tsx'
import { Theme } from '../../renderer/studio/theme/Theme.tsx'

/** The whole editor on the screen, with a client in memory; `prepare` gets the setting. Answers what takes it away again. */
export async function openStudio({
  options,
  selection,
  height = 900,
  prepare,
}: {
  options: MemoryOptions
  selection: Selection
  /** Of the window, in pixels; it is 1440 wide. */
  height?: number
  prepare?: (setting: Setting) => void
}): Promise<() => void> {
  await page.viewport(1440, height)
  const holder = document.createElement('div')
  holder.id = 'root'
  document.body.append(holder)
  const root = createRoot(holder)
  root.render(
    <Theme scheme="light">
      <Scene options={options} selection={selection} {...(prepare && { prepare })}>
        {({ session }) => <Editor session={session} />}
      </Scene>
    </Theme>,
  )
  return () => {
    root.unmount()
    holder.remove()
  }
}
