import { IconVideo } from '@tabler/icons-react'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import type { StepEditor } from '../types.ts'
import { VideoCanvas } from './VideoCanvas.tsx'
import { VideoInspector } from './VideoInspector.tsx'
import { VideoTimeline } from './VideoTimeline.tsx'

/** Editing a video step. */
export const videoEditor: StepEditor<VideoStep> = {
  kind: 'video',
  label: 'Video',
  description: 'A recording, trimmed to what matters',
  icon: IconVideo,
  Canvas: VideoCanvas,
  Inspector: VideoInspector,
  Timeline: VideoTimeline,
}
