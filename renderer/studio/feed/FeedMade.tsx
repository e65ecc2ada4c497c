import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconCopy, IconFolder } from '@tabler/icons-react'
import type { SeriesFeed } from '../../../shared/contract/interchange.ts'
import { useStudio } from '../app/studio-context.tsx'
import sheet from '../publish/publish.module.css'
import classes from './feed.module.css'

/** What was written, what could not be, and what to do with it next. */
export function FeedMade({
  feed,
  onAgain,
  onClose,
}: {
  feed: SeriesFeed
  onAgain: () => void
  onClose: () => void
}) {
  const { client, info } = useStudio()
  const written = feed.episodes.filter(({ outcome }) => outcome === 'written')
  const missing = feed.episodes.filter(({ outcome }) => outcome !== 'written')
  return (
    <Stack gap="md">
      {written.length > 0 ? (
        <>
          <Text className={sheet.ready} fw={600} role="status">
            <IconCheck size={18} aria-hidden /> The feed is made with{' '}
            {written.length === 1 ? 'one episode' : `${written.length} episodes`}
          </Text>
          <div>
            <Code block className={sheet.file}>
              {feed.url}
            </Code>
            <Text size="xs" c="dimmed" mt={6}>
              In {feed.file}
            </Text>
          </div>
          <Text size="sm">
            Put the folder where this address is. Players and podcast directories subscribe to the address;
            make the feed again whenever an episode changes.
          </Text>
        </>
      ) : (
        <Text className={sheet.ready} fw={600} role="status">
          <IconAlertTriangle size={18} aria-hidden /> No episode was written
        </Text>
      )}
      {missing.length > 0 && (
        <section aria-label="Episodes that were not written">
          <Text size="sm" fw={500} mb={6}>
            {missing.length === 1 ? 'One was not written' : `${missing.length} were not written`}
          </Text>
          <ul className={classes.episodes}>
            {missing.map(({ step, title, message }) => (
              <li key={step}>
                <span className={classes.name}>
                  {title}
                  <span className={classes.module}>{message}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {feed.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      <Group justify="space-between">
        <Group gap="xs">
          {info.can.reveal && written.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconFolder size={16} />}
              onClick={() => void client.shell.reveal({ path: feed.file })}
            >
              Show in folder
            </Button>
          )}
          {written.length > 0 && (
            <CopyButton value={feed.url}>
              {({ copied, copy }) => (
                <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy}>
                  {copied ? 'Copied' : 'Copy the address'}
                </Button>
              )}
            </CopyButton>
          )}
          <Button variant="subtle" color="gray" onClick={onAgain}>
            Make it again
          </Button>
        </Group>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}
