import { IconMicrophone2 } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { later } from '../../ui/later.tsx'
import type { StepEditor } from '../types.ts'

/** Editing a podcast step. */
export const podcastEditor: StepEditor<PodcastStep> = {
  kind: 'podcast',
  label: 'Podcast',
  description: 'An episode to listen to, made from words',
  icon: IconMicrophone2,
  Canvas: later(() => import('./PodcastCanvas.tsx').then((code) => code.PodcastCanvas)),
  Inspector: later(() => import('./PodcastInspector.tsx').then((code) => code.PodcastInspector)),
  Timeline: later(() => import('./timeline/PodcastTimeline.tsx').then((code) => code.PodcastTimeline)),
}
