import { Anchor, Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useStudio } from '../app/studio-context.tsx'
import { StartCard } from './StartCard.tsx'

/** Names a project and makes it: in the default folder, or where the person says. */
export function NewProject({ onCreate }: { onCreate: (title: string, path?: string) => unknown }) {
  const { client, info } = useStudio()
  const [title, setTitle] = useState('')
  const [path, setPath] = useState<string | null>(null)
  const name = title.trim()

  async function chooseElsewhere() {
    const chosen = await client.shell.pickSave({
      suggested: `${info.projectsFolder}/${name || 'Untitled'}.morsel`,
    })
    if (chosen.path !== null) setPath(chosen.path)
  }

  return (
    <StartCard title="New project">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (name !== '') onCreate(name, path ?? undefined)
        }}
      >
        <Group align="flex-end" gap="xs" wrap="nowrap" mt="sm">
          <TextInput
            label="Name"
            placeholder="Onboarding for baristas"
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
            maxLength={120}
            flex={1}
            data-autofocus
          />
          <Button type="submit" disabled={name === ''}>
            Create
          </Button>
        </Group>
        <Text size="xs" c="dimmed" mt={8} style={{ overflowWrap: 'anywhere' }}>
          Kept at {path ?? `${info.projectsFolder}/`}
          {info.can.pickSave && (
            <>
              {' · '}
              <Anchor component="button" type="button" size="xs" onClick={() => void chooseElsewhere()}>
                Choose another place
              </Anchor>
            </>
          )}
        </Text>
      </form>
    </StartCard>
  )
}
