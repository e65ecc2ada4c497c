import { Button, Group, TextInput } from '@mantine/core'
import { IconFolderOpen } from '@tabler/icons-react'
import { useState } from 'react'
import { useStudio } from '../app/studio-context.tsx'
import { StartCard } from './StartCard.tsx'

/** Opens a project folder: by the shell's dialog, or by its path where there is no dialog. */
export function OpenProject({ onOpen }: { onOpen: (path: string) => unknown }) {
  const { client, info } = useStudio()
  const [path, setPath] = useState('')

  async function pick() {
    const picked = await client.shell.pickProject()
    if (picked.path !== null) onOpen(picked.path)
  }

  if (info.can.pickProject)
    return (
      <StartCard title="Open a project" description="A project is a folder whose name ends in .morsel.">
        <Button variant="default" leftSection={<IconFolderOpen size={16} />} onClick={() => void pick()}>
          Choose a folder…
        </Button>
      </StartCard>
    )
  return (
    <StartCard title="Open a project">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (path.trim() !== '') onOpen(path.trim())
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap" mt="sm">
          <TextInput
            label="Path of the project folder"
            placeholder={`${info.projectsFolder}/Onboarding.morsel`}
            value={path}
            onChange={(event) => setPath(event.currentTarget.value)}
            flex={1}
            spellCheck={false}
          />
          <Button type="submit" variant="default" disabled={path.trim() === ''}>
            Open
          </Button>
        </Group>
      </form>
    </StartCard>
  )
}
