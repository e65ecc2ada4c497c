import { IconVideo } from '@tabler/icons-react'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { later } from '../../ui/later.tsx'
import type { StepEditor } from '../types.ts'

/** Editing a video step. */
export const videoEditor: StepEditor<VideoStep> = {
  kind: 'video',
  label: 'Video',
  description: 'A recording, trimmed to what matters',
  icon: IconVideo,
  Canvas: later(() => import('./VideoCanvas.tsx').then((code) => code.VideoCanvas)),
  Inspector: later(() => import('./VideoInspector.tsx').then((code) => code.VideoInspector)),
  Timeline: later(() => import('./VideoTimeline.tsx').then((code) => code.VideoTimeline)),
}
