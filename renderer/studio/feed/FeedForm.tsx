import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconRss } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useStudio } from '../app/studio-context.tsx'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { Notice } from '../ui/Notice.tsx'
import { FeedEpisodes } from './FeedEpisodes.tsx'
import { episodesIn } from './episodes.ts'
import { feedFolders, readSite, setFeedFolder, usualFolder } from './places.ts'
import type { FeedMaking } from './useFeed.ts'
import sheet from '../publish/publish.module.css'
import classes from './feed.module.css'

/** Which episodes go into the feed, where it is written, and the address it will have. */
export function FeedForm({
  series,
  title,
  making,
  onLeave,
}: {
  series: string
  title: string
  making: FeedMaking
  onLeave: () => void
}) {
  const { client, info } = useStudio()
  const { edit } = useDocument()
  const records = useDocumentState((state) => state.records)
  const known = useDocumentState((state) => {
    const record = state.records[series]
    return record?.type === 'series' ? (record.feedSite ?? '') : ''
  })
  const [typed, setTyped] = useState(known)
  const chosen = useStore(feedFolders, (state) => state.chosen[series])
  const out = chosen ?? usualFolder(info.projectsFolder, title)
  const episodes = useMemo(() => episodesIn(records, series), [records, series])
  const found = readSite(typed)
  const site = found && 'url' in found ? found : null
  const isReady = site !== null && out.trim() !== '' && episodes.some(({ state }) => state !== 'silent')
  // What failed of another series is told of there.
  const failure = making.request?.series === series ? making.failure : null
  const address = useRef<HTMLInputElement>(null)
  const problem = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // What is there to do first; the sheet was open before the modules were read.
    if (known === '') address.current?.focus()
  }, [known])
  useEffect(() => {
    if (failure) problem.current?.scrollIntoView({ block: 'nearest' })
  }, [failure])

  async function choosePlace() {
    const { path } = await client.shell.pickFolder({ suggested: out })
    if (path !== null) setFeedFolder(series, path)
  }

  function start(overwrite: boolean) {
    if (site === null) return
    // The project remembers it, so that the next feed has the same address.
    edit('Set feed address', (draft) => {
      const record = draft[series]
      if (record?.type === 'series') record.feedSite = site.url
    })
    making.start(title, { series, out: out.trim(), site: site.url, ...(overwrite && { overwrite }) })
  }

  if (episodes.length === 0)
    return (
      <Stack gap="md">
        <FeedEpisodes episodes={episodes} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onLeave}>
            Close
          </Button>
        </Group>
      </Stack>
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        start(false)
      }}
    >
      <Stack gap="md">
        <FeedEpisodes episodes={episodes} />
        <Group align="flex-end" gap="xs" wrap="nowrap">
          <TextInput
            label="Folder"
            description="Where the feed and its episodes are written"
            value={out}
            onChange={(event) => setFeedFolder(series, event.currentTarget.value)}
            flex={1}
            spellCheck={false}
          />
          {info.can.pickFolder && (
            <Button variant="default" onClick={() => void choosePlace()}>
              Choose…
            </Button>
          )}
        </Group>
        <TextInput
          ref={address}
          label="Where will it be hosted?"
          description="The address the folder will have. Any host for files will do; it must stay the same."
          placeholder="https://example.org/talks/"
          inputMode="url"
          autoComplete="url"
          spellCheck={false}
          value={typed}
          error={found && 'problem' in found ? found.problem : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {site && !site.isSecure && (
          <Text size="xs" c="dimmed">
            Most podcast directories take feeds from https addresses only.
          </Text>
        )}
        {failure && (
          <div ref={problem} className={classes.problem}>
            <Notice
              tone="danger"
              actions={
                failure.code === 'file-exists'
                  ? [{ label: 'Replace it', run: () => start(true), isMain: true }]
                  : []
              }
            >
              {failure.message}
            </Notice>
          </div>
        )}
        <Group justify="flex-end" className={sheet.actions}>
          <Button variant="default" onClick={onLeave}>
            Cancel
          </Button>
          <Button type="submit" leftSection={<IconRss size={16} />} disabled={!isReady}>
            Make feed
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
