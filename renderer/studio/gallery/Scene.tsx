import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import seekVideo from '../../../resources/self-test/seek.mp4'
import picture from './picture.svg'
import { createQueryClient } from '../app/query-client.ts'
import { createSession, type Session } from '../app/session.ts'
import { type ShellInfo, StudioProvider } from '../app/studio-context.tsx'
import { DocumentProvider } from '../document/DocumentProvider.tsx'
import { createDocument, type ProjectDocument } from '../document/document.ts'
import type { Selection } from '../document/places.ts'
import { bringTheRest } from '../ui/later.tsx'
import '../app/Editor.tsx'
import { createMemoryClient, type MemoryOptions } from './memory-client.ts'

// All of the studio's code before anything is drawn: a view that is still on its way is no state to show.
await bringTheRest()

export type Setting = { session: Session; document: ProjectDocument }

/** Gives a view of the gallery all it needs: a client in memory, an open project, a selection. */
export function Scene({
  options,
  selection,
  prepare,
  children,
}: {
  options: MemoryOptions
  selection?: Selection
  /** Brings the setting into the state to be shown. */
  prepare?: (setting: Setting) => void
  children: (setting: Setting) => ReactNode
}) {
  const [client] = useState(() => createMemoryClient(options))
  const [queries] = useState(createQueryClient)
  const [scene, setScene] = useState<(Setting & { info: ShellInfo }) | null>(null)

  useEffect(() => {
    let isGone = false
    async function build() {
      const info = await client.shell.info()
      const opened = await client.project.open({ path: '/' })
      const outline = await client.project.outline({ project: opened.project })
      const document = createDocument({ client, opened, outline })
      if (selection?.module) await document.loadModule(selection.module)
      if (selection) document.select(selection)
      const setting = { document, session: createSession(client) }
      prepare?.(setting)
      if (!isGone) setScene({ info, ...setting })
    }
    void build()
    return () => {
      isGone = true
    }
  }, [client, prepare, selection])

  if (!scene) return null
  return (
    <QueryClientProvider client={queries}>
      <StudioProvider
        studio={{
          client,
          info: scene.info,
          mediaUrl: (_project, { kind }) => (kind === 'image' ? picture : `${seekVideo}#`),
        }}
      >
        <DocumentProvider document={scene.document}>{children(scene)}</DocumentProvider>
      </StudioProvider>
    </QueryClientProvider>
  )
}
