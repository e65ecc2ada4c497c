import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { NeededPercent } from '../../inspector/NeededPercent.tsx'
import { Section } from '../../inspector/Section.tsx'
import type { EditFunction } from '../types.ts'
import { editVideo } from './video-step.ts'

/** Whether a learner must have watched the video for the step to be done, and how much of it. */
export function WatchSection({ step, edit }: { step: VideoStep; edit: EditFunction }) {
  const set = (mustWatch: number | null, mergeKey?: string) =>
    editVideo(edit, step.id, 'Set watching', (record) => (record.mustWatch = mustWatch), mergeKey)
  return (
    <Section title="Done when">
      <NeededPercent
        label="Must be watched"
        description={
          step.mustWatch === null
            ? 'Opening the step is enough.'
            : 'What is skipped does not count; parts may be watched in any order.'
        }
        percentLabel="How much of it"
        percentDescription="Percent of the part that is kept"
        usual={90}
        value={step.mustWatch}
        onSwitch={(percent) => set(percent)}
        onPercent={(percent) => set(percent, `watch:${step.id}`)}
      />
    </Section>
  )
}
