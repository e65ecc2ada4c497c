import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { Asset } from '../../../../../shared/model/asset.ts'
import type { PodcastStep, RenderedEpisode } from '../../../../../shared/model/steps/podcast.ts'
import { writeChapters } from '../../../../../shared/podcast/chapters.ts'
import { plainTranscript, writeTranscript } from '../../../../../shared/podcast/transcript.ts'
import { useFocusAfter } from '../../../app/useFocusAfter.ts'
import { useStudio } from '../../../app/studio-context.tsx'
import { inPublished } from '../../../publish/target.ts'
import { TakeOutSheet } from './TakeOutSheet.tsx'
import { type TakeOutFormat, takeOutFormats, useTakeOut } from './useTakeOut.ts'

const formats = Object.entries(takeOutFormats) as [TakeOutFormat, string][]

/** Takes the episode, its transcript and its chapters out as files. */
export function SaveMenu({
  step,
  asset,
  address,
  episode,
  isCurrent,
}: {
  step: PodcastStep
  asset: Asset
  address: string
  episode: RenderedEpisode
  /** Whether the episode is what the script says now. */
  isCurrent: boolean
}) {
  const { client, info } = useStudio()
  const takingOut = useTakeOut(step)
  const [asked, setAsked] = useState<TakeOutFormat | null>(null)
  useFocusAfter(asked && 'episode-file')
  const { id, title } = step
  const { cues, chapters } = episode
  const name = asset.name.replace(/\.[^.]*$/, '')
  const texts = [
    { label: 'Transcript with times (.vtt)', file: `${name}.vtt`, text: () => writeTranscript(cues) },
    { label: 'Transcript as text (.txt)', file: `${name}.txt`, text: () => plainTranscript(cues, chapters) },
    {
      label: 'Chapters (.json)',
      file: `${name}.json`,
      text: () => writeChapters(chapters, { title, author: null, image: null }),
    },
  ]
  const suggest = (format: TakeOutFormat) => inPublished(info.projectsFolder, `${name}.${format}`)

  async function takeOut(format: TakeOutFormat) {
    if (!info.can.pickSave) {
      if (!takingOut.isRunning) takingOut.reset()
      setAsked(format)
      return
    }
    const { path } = await client.shell.pickSave({ suggested: suggest(format) })
    // The system's dialog has asked before it names a file that is there.
    if (path !== null) takingOut.start(title, { step: id, format, out: path, overwrite: true })
  }

  return (
    <>
      <Menu position="bottom-end" width={250}>
        <Menu.Target>
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconDownload size={15} />}
            data-opens="episode-file"
          >
            Save as file
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {!isCurrent && <Menu.Label>As it was rendered</Menu.Label>}
          <Menu.Item component="a" href={address} download={asset.name}>
            Episode (.{asset.extension})
          </Menu.Item>
          {texts.map(({ label, file, text }) => (
            <Menu.Item key={file} onClick={() => save(file, text())}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Divider />
          {!isCurrent && <Menu.Label>From the script as it is now</Menu.Label>}
          {formats.map(([format, label]) => (
            <Menu.Item key={format} onClick={() => void takeOut(format)}>
              Episode as {label}…
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked !== null && (
        <TakeOutSheet
          step={id}
          title={title}
          format={asked}
          suggested={suggest(asked)}
          takingOut={takingOut}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
