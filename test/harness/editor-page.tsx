import { useSyncExternalStore } from 'react'
import { wordsFor } from '../../shared/bundle/words.ts'
import type { Asset } from '../../shared/model/asset.ts'
import type { Draft } from '../../shared/model/edit.ts'
import type { RichText } from '../../shared/model/richtext/schema.ts'
import { imageAssets } from '../../shared/model/richtext/text.ts'
import '../../renderer/player/style/player.css'
import { admitAssets, TextEnvironmentContext } from '../../renderer/studio/text/environment.ts'
import { RichTextEditor } from '../../renderer/studio/text/RichTextEditor.tsx'
import { TextToolbar } from '../../renderer/studio/text/toolbar/TextToolbar.tsx'
import { Theme } from '../../renderer/studio/theme/Theme.tsx'
import type { MemoryProject } from './memory-project.ts'

/** The body of a page in a project in memory. */
export function bodyOf(project: MemoryProject, id: string): RichText {
  const step = project.records()[id]
  return step?.type === 'step' && step.kind === 'page' ? step.body : []
}

export function setBody(draft: Draft, id: string, body: RichText): void {
  const step = draft[id]
  if (step?.type === 'step' && step.kind === 'page') step.body = body
}

type EditorPageProps = {
  project: MemoryProject
  /** The pages to edit, below one another; each editor is called `Page <id>`. */
  pages: readonly string[]
  importMedia?: (file: File) => Promise<Asset | null>
  mediaUrl?: (asset: Asset) => string
}

/** Pages of a project in memory, each edited as on the canvas, with the toolbar above. */
export function EditorPage({ project, pages, importMedia, mediaUrl }: EditorPageProps) {
  const records = useSyncExternalStore(project.subscribe, project.records)
  const environment = {
    language: 'en',
    words: wordsFor('en'),
    asset: (id: string) => {
      const record = records[id]
      return record?.type === 'asset' ? record : null
    },
    mediaUrl: mediaUrl ?? (() => ''),
    importMedia: importMedia ?? (() => Promise.resolve(null)),
    undo: project.undo,
    redo: project.redo,
  }
  return (
    <Theme scheme="light">
      <TextEnvironmentContext value={environment}>
        <TextToolbar />
        <div className="morsel">
          {pages.map((id) => (
            <RichTextEditor
              key={id}
              mode="blocks"
              label={`Page ${id}`}
              placeholder="Write"
              value={bodyOf(project, id)}
              onChange={(body, { label, mergeKey }) =>
                project.edit(
                  label,
                  (draft) => {
                    setBody(draft, id, body)
                    admitAssets(draft, imageAssets(body))
                  },
                  mergeKey === undefined ? {} : { mergeKey },
                )
              }
            />
          ))}
        </div>
      </TextEnvironmentContext>
    </Theme>
  )
}
