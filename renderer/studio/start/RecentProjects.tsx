import { ActionIcon, Text, Title, UnstyledButton } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import type { recentSchema } from '../../../shared/contract/project.ts'
import { useStudio } from '../app/studio-context.tsx'
import { asStudioError } from '../client/errors.ts'
import { Notice } from '../ui/Notice.tsx'
import { daysAgo } from './days-ago.ts'
import classes from './start.module.css'

type Recent = z.infer<typeof recentSchema>

/** The projects opened lately. One whose folder is not there any more says so and can be taken off the list. */
export function RecentProjects({ onOpen }: { onOpen: (path: string) => unknown }) {
  const { client } = useStudio()
  const queries = useQueryClient()
  const recent = useQuery({ queryKey: ['project', 'recent'], queryFn: () => client.project.recent() })

  async function forget({ path }: Recent) {
    await client.project.forget({ path })
    await queries.invalidateQueries({ queryKey: ['project', 'recent'] })
  }

  return (
    <section className={classes.recent} aria-labelledby="recent-projects">
      <Title order={2} size="h3" id="recent-projects">
        Recent
      </Title>
      {recent.error && <Notice tone="danger">{asStudioError(recent.error).message}</Notice>}
      {recent.data?.length === 0 && (
        <Text c="dimmed" size="sm" px={12} pb={12}>
          Projects you open appear here, newest first.
        </Text>
      )}
      <ul className={classes.recentList}>
        {recent.data?.map((entry) => (
          <RecentRow key={entry.path} entry={entry} onOpen={onOpen} onForget={forget} />
        ))}
      </ul>
    </section>
  )
}

function RecentRow({
  entry,
  onOpen,
  onForget,
}: {
  entry: Recent
  onOpen: (path: string) => unknown
  onForget: (entry: Recent) => Promise<void>
}) {
  return (
    <li className={classes.recentRow}>
      <UnstyledButton
        className={classes.recentOpen}
        onClick={() => onOpen(entry.path)}
        disabled={entry.isMissing}
        style={{ cursor: entry.isMissing ? 'default' : undefined }}
      >
        <Text fw={560} truncate {...(entry.isMissing ? { c: 'dimmed' } : {})}>
          {entry.title || 'Untitled project'}
        </Text>
        <Text size="xs" c="dimmed" className={classes.path} title={entry.path}>
          <bdi>{entry.path}</bdi>
        </Text>
      </UnstyledButton>
      <Text size="xs" c="dimmed" px={4} style={{ whiteSpace: 'nowrap' }}>
        {entry.isMissing ? 'Not found' : daysAgo(entry.openedAt)}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        mr={6}
        aria-label={`Take ${entry.title || 'Untitled project'} off the list`}
        title="Take off the list; the folder stays"
        onClick={() => void onForget(entry)}
      >
        <IconX size={15} />
      </ActionIcon>
    </li>
  )
}
