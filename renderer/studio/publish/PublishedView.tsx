import { Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy, IconFolder } from '@tabler/icons-react'
import type { Published } from '../../../shared/contract/publish.ts'
import { useStudio } from '../app/studio-context.tsx'
import { inBytes } from '../ui/bytes.ts'
import { FindingList } from './Findings.tsx'
import { formatCard } from './formats.ts'
import { HostedLinks } from './hosting/HostedLinks.tsx'
import classes from './publish.module.css'

/** What was written, where it is, and what to do with it next. */
export function PublishedView({
  result,
  onAgain,
  onClose,
}: {
  result: Published
  onAgain: () => void
  onClose: () => void
}) {
  const { client, info } = useStudio()
  const card = formatCard(result.format)
  return (
    <Stack gap="md">
      <Text className={classes.ready} fw={600} role="status">
        <IconCheck size={18} aria-hidden /> Published as {result.format === 'web' ? 'a web page' : card.label}
      </Text>
      <div>
        <Code block className={classes.file}>
          {result.file}
        </Code>
        <Text size="xs" c="dimmed" mt={6}>
          {inBytes(result.bytes)} · {result.files} files
        </Text>
      </div>
      <Text size="sm">{card.next}</Text>
      {result.format === 'web' && <HostedLinks module={result.module} />}
      {result.findings.length > 0 && (
        <FindingList
          list={result.findings}
          title="Published as it is. Before the next time, look at this:"
          onLeave={onClose}
        />
      )}
      <Group justify="space-between">
        <Group gap="xs">
          {info.can.reveal && (
            <Button
              variant="default"
              leftSection={<IconFolder size={16} />}
              onClick={() => void client.shell.reveal({ path: result.file })}
            >
              Show in folder
            </Button>
          )}
          <CopyButton value={result.file}>
            {({ copied, copy }) => (
              <Button variant="default" leftSection={<IconCopy size={16} />} onClick={copy}>
                {copied ? 'Copied' : 'Copy the path'}
              </Button>
            )}
          </CopyButton>
          <Button variant="subtle" color="gray" onClick={onAgain}>
            Publish again
          </Button>
        </Group>
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  )
}
