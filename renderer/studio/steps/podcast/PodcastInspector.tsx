import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import type { StepEditorProps } from '../types.ts'
import { AboutSection } from './inspector/AboutSection.tsx'
import { EpisodeSection } from './inspector/EpisodeSection.tsx'
import { LearnerSection } from './inspector/LearnerSection.tsx'
import { MusicSection } from './inspector/MusicSection.tsx'
import { PronunciationSection } from './inspector/PronunciationSection.tsx'
import { SoundSection } from './inspector/SoundSection.tsx'
import { SpeakersSection } from './inspector/SpeakersSection.tsx'

/** The episode and how it is made: voices, music, loudness, and what learners may do with it. */
export function PodcastInspector(props: StepEditorProps<PodcastStep>) {
  return (
    <>
      <EpisodeSection {...props} />
      <SpeakersSection {...props} />
      <MusicSection {...props} />
      <SoundSection {...props} />
      <LearnerSection {...props} />
      <PronunciationSection {...props} />
      <AboutSection {...props} />
    </>
  )
}
