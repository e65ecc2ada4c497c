import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import type { EditorCommands } from '../app/useCommandKeys.ts'
import { useActions } from './useActions.tsx'
import { useMatches } from './useMatches.tsx'

/** Everything by keyboard: the main commands, and a jump to any step by its words. */
export function CommandPalette({ commands }: { commands: EditorCommands }) {
  const [query, setQuery] = useState('')
  const [words] = useDebouncedValue(query, 120)
  const actions = useActions(commands)
  const matches = useMatches(words)
  const wanted = query.trim().toLowerCase()
  const shownActions = actions.filter(({ label }) => label.toLowerCase().includes(wanted))

  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={420}
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      // Words typed right after the shortcut belong into it.
      transitionProps={{ duration: 0 }}
      data-own-undo=""
    >
      <Spotlight.Search
        placeholder="Type a command, or words of a step"
        aria-label="Commands and search"
        leftSection={<IconSearch size={18} />}
      />
      <Spotlight.ActionsList>
        {shownActions.length > 0 && (
          <Spotlight.ActionsGroup label="Commands">
            {shownActions.map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.label}
                leftSection={<action.Icon size={18} stroke={1.7} />}
                rightSection={action.keys}
                onClick={action.run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {matches.length > 0 && (
          <Spotlight.ActionsGroup label="In this project">
            {matches.map((match) => (
              <Spotlight.Action
                key={match.id}
                label={match.title}
                description={match.snippet}
                leftSection={<match.Icon size={18} stroke={1.7} />}
                onClick={match.go}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shownActions.length === 0 && matches.length === 0 && (
          <Spotlight.Empty>Nothing matches “{query.trim()}”.</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
