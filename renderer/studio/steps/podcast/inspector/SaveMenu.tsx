import { Button, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { Asset } from '../../../../../shared/model/asset.ts'
import type { RenderedEpisode } from '../../../../../shared/model/steps/podcast.ts'
import { writeChapters } from '../../../../../shared/podcast/chapters.ts'
import { plainTranscript, writeTranscript } from '../../../../../shared/podcast/transcript.ts'

/** Takes the episode, its transcript and its chapters out as files. */
export function SaveMenu({
  title,
  asset,
  address,
  episode,
}: {
  title: string
  asset: Asset
  address: string
  episode: RenderedEpisode
}) {
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
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconDownload size={15} />}>
          Save as file
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={address} download={asset.name}>
          Episode (.{asset.extension})
        </Menu.Item>
        {texts.map(({ label, file, text }) => (
          <Menu.Item key={file} onClick={() => save(file, text())}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1000)
}
