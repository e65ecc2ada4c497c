import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { StudioClient } from '../../../shared/contract/index.ts'
import { asStudioError } from '../client/errors.ts'
import { DocumentProvider } from '../document/DocumentProvider.tsx'
import { StartScreen } from '../start/StartScreen.tsx'
import { LoadingScreen } from '../ui/LoadingScreen.tsx'
import { SentenceScreen } from '../ui/SentenceScreen.tsx'
import { readAddress } from './address.ts'
import { Editor } from './Editor.tsx'
import { createQueryClient } from './query-client.ts'
import { createSession, type Session } from './session.ts'
import { type ShellInfo, type Studio, StudioProvider, useStudio } from './studio-context.tsx'
import { useAppMenu } from './useAppMenu.ts'
import { useStrayDrops } from './useStrayDrops.ts'
import { useTheRest } from './useTheRest.ts'

/** The studio page: the start screen, or the editor of the open project. */
export function App({ client }: { client: StudioClient }) {
  const [queries] = useState(createQueryClient)
  return (
    <QueryClientProvider client={queries}>
      <Shell client={client} />
    </QueryClientProvider>
  )
}

function Shell({ client }: { client: StudioClient }) {
  const info = useQuery({ queryKey: ['shell', 'info'], queryFn: () => client.shell.info(), retry: 1 })
  const session = useMemo(() => createSession(client), [client])

  // What the shell can do is asked for at the same time: neither waits for the other.
  useEffect(() => {
    const { open } = readAddress()
    if (open !== null && !session.state.getState().document) void session.open(open)
  }, [session])

  if (info.data)
    return (
      <StudioProvider studio={studioOf(client, info.data)}>
        <Screens session={session} />
      </StudioProvider>
    )
  if (info.error)
    return (
      <SentenceScreen
        title="The studio could not start"
        sentence={asStudioError(info.error).message}
        action={{ label: 'Try again', run: () => void info.refetch() }}
      />
    )
  return <LoadingScreen what="Starting the studio" />
}

function studioOf(client: StudioClient, info: ShellInfo): Studio {
  return { client, info, mediaUrl: (project, asset) => `${info.mediaBase}/media/${project}/${asset.sha256}` }
}

function Screens({ session }: { session: Session }) {
  const { client } = useStudio()
  const { document, busy } = useStore(session.state)
  useAppMenu(client, session)
  useStrayDrops()
  const isOpening = busy !== null && readAddress().open !== null
  useTheRest(document !== null || !isOpening)

  if (document)
    return (
      <DocumentProvider document={document}>
        <Editor key={document.state.getState().opened.project} session={session} />
      </DocumentProvider>
    )
  if (isOpening) return <LoadingScreen what={busy.what} />
  return <StartScreen session={session} />
}
