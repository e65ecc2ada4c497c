import { Button, Text } from '@mantine/core'
import { IconVideo } from '@tabler/icons-react'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { Section } from '../../inspector/Section.tsx'
import { inBytes } from '../../ui/bytes.ts'
import type { StepEditorProps } from '../types.ts'
import { CaptionsField } from './CaptionsField.tsx'
import { PosterField } from './PosterField.tsx'
import { RangeFields } from './RangeFields.tsx'
import { WatchSection } from './WatchSection.tsx'
import { editVideo, recordingOf, trimOf } from './video-step.ts'

/** What is kept of the recording, to the millisecond; its poster, captions and file. */
export function VideoInspector(props: StepEditorProps<VideoStep>) {
  const { step, records, edit } = props
  const asset = recordingOf(step, records)
  if (!asset)
    return (
      <>
        <Section title="Video">
          <Text size="sm" c="dimmed">
            Drop a video on the phone, or choose one there. Then trim it, pick its poster and add captions.
          </Text>
        </Section>
        {/* Asked of a video that was taken out: it can still be taken back. */}
        {step.mustWatch !== null && <WatchSection step={step} edit={edit} />}
      </>
    )
  const trim = trimOf(step, asset, edit)
  return (
    <>
      <Section title="Keep">
        <RangeFields trim={trim} />
        <Text size="xs" c="dimmed">
          The recording itself is never changed: cutting happens on preview and publish.
        </Text>
      </Section>
      <WatchSection step={step} edit={edit} />
      <Section title="Poster">
        <PosterField {...props} asset={asset} />
      </Section>
      <Section title="Captions">
        <CaptionsField {...props} />
      </Section>
      <Section title="File">
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {asset.name}
        </Text>
        <Text size="xs" c="dimmed">
          {[asset.width && `${asset.width} × ${asset.height}`, inBytes(asset.bytes)]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconVideo size={14} />}
          onClick={() =>
            editVideo(edit, step.id, 'Remove video', (record) => {
              record.asset = null
              record.keep = []
              record.poster = null
              record.captions = null
            })
          }
        >
          Take this video out
        </Button>
      </Section>
    </>
  )
}
