import { Button, Group, Text } from '@mantine/core'
import { useStore } from 'zustand'
import type { Asset } from '../../../../shared/model/asset.ts'
import { formatMoment, toMillisecond } from '../../../../shared/model/moment.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import type { StepEditorProps } from '../types.ts'
import { playback } from './playback.ts'
import { FrameImage } from './FrameImage.tsx'
import { usePoster } from './usePoster.ts'
import { editVideo } from './video-step.ts'
import classes from './video.module.css'

/** The picture that stands in before the video plays. */
export function PosterField({ step, edit, mediaUrl, asset }: StepEditorProps<VideoStep> & { asset: Asset }) {
  const time = useStore(playback, (state) => state.time)
  const hasVideo = useStore(playback, (state) => state.element !== null)
  const poster = usePoster(step, asset, mediaUrl)
  return (
    <>
      <FrameImage className={classes.poster} url={poster} />
      <Text size="xs" c="dimmed">
        {step.poster === null ? 'The first frame that is kept' : `The frame at ${formatMoment(step.poster)}`}
      </Text>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={!hasVideo || toMillisecond(time) === step.poster}
          onClick={() =>
            editVideo(
              edit,
              step.id,
              'Set poster',
              (record) => (record.poster = toMillisecond(playback.getState().time)),
            )
          }
        >
          Use the current frame
        </Button>
        {step.poster !== null && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => editVideo(edit, step.id, 'Set poster', (record) => (record.poster = null))}
          >
            Use the first
          </Button>
        )}
      </Group>
    </>
  )
}
