import { Button, Group, Text } from '@mantine/core'
import { IconBadgeCc } from '@tabler/icons-react'
import { StudioError } from '../../../../shared/errors.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { tellFailure } from '../../ui/tell-failure.tsx'
import type { StepEditorProps } from '../types.ts'
import { editVideo } from './video-step.ts'

/** The captions file of a video, timed to the whole recording: trimming moves them along. */
export function CaptionsField({ step, records, edit, importMedia }: StepEditorProps<VideoStep>) {
  const captions = step.captions === null ? undefined : records[step.captions]

  async function take(file: File) {
    const asset = await importMedia(file)
    if (!asset) return
    if (asset.kind !== 'captions')
      return tellFailure(
        new StudioError('file-kind-unknown', { name: file.name, accepted: 'WebVTT captions (.vtt)' }),
      )
    editVideo(edit, step.id, 'Add captions', (record) => (record.captions = asset.id))
  }

  return (
    <>
      <Text size="sm" {...(captions ? {} : { c: 'dimmed' })} style={{ overflowWrap: 'anywhere' }}>
        {captions?.type === 'asset'
          ? captions.name
          : 'None yet. Learners who cannot hear, or may not turn the sound on, need them.'}
      </Text>
      <Group gap="xs">
        <FileButton accept=".vtt,text/vtt" onFile={(file) => void take(file)}>
          {(choose) => (
            <Button size="xs" variant="default" leftSection={<IconBadgeCc size={15} />} onClick={choose}>
              {captions ? 'Choose another file' : 'Add a .vtt file'}
            </Button>
          )}
        </FileButton>
        {captions && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => editVideo(edit, step.id, 'Remove captions', (record) => (record.captions = null))}
          >
            Remove
          </Button>
        )}
      </Group>
    </>
  )
}
