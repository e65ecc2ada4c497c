import { Button, Text } from '@mantine/core'
import { IconVideoPlus } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { StudioError } from '../../../../shared/errors.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { tellFailure } from '../../ui/tell-failure.tsx'
import { useFileDrop } from '../../ui/useFileDrop.ts'
import type { StepEditorProps } from '../types.ts'
import { busySteps, whileBusy } from './busy.ts'
import { chooseRecording } from './video-step.ts'
import classes from './video.module.css'

const videoFiles = 'video/*,.mp4,.m4v,.mov,.webm,.mkv,.avi,.mpg,.mpeg,.wmv,.ogv'

/** A video step without a video: drop one, or choose one. The import goes on while other steps are edited. */
export function ChooseVideo({ step, edit, importMedia }: StepEditorProps<VideoStep>) {
  const isImporting = useStore(busySteps, ({ ids }) => ids.has(step.id))
  const { isOver, handlers } = useFileDrop(([file]) => file && void take(file))

  async function take(file: File) {
    const asset = await whileBusy(step.id, () => importMedia(file))
    if (asset?.kind === 'video') chooseRecording(edit, step.id, asset)
    else if (asset) tellFailure(new StudioError('file-kind-unknown', { name: file.name, accepted: 'videos' }))
  }

  return (
    <div className={classes.drop} data-over={isOver || undefined} {...handlers}>
      <IconVideoPlus size={34} stroke={1.4} />
      {isImporting ? (
        <Text size="sm" role="status">
          The video is being imported. You can go on with other steps.
        </Text>
      ) : (
        <>
          <Text size="sm">Drop a video here</Text>
          <FileButton accept={videoFiles} onFile={(file) => void take(file)}>
            {(choose) => (
              <Button size="sm" onClick={choose}>
                Choose a video
              </Button>
            )}
          </FileButton>
          <Text size="xs" c="dimmed">
            It is copied into the project. Your original stays as it is.
          </Text>
        </>
      )}
    </div>
  )
}
