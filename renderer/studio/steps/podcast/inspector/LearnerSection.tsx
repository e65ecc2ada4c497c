import { Switch } from '@mantine/core'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { NeededPercent } from '../../../inspector/NeededPercent.tsx'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'

/** How much a learner must hear for the step to be done, and whether they may take the episode along. */
export function LearnerSection({ step, edit }: StepEditorProps<PodcastStep>) {
  const set = (mustListen: number | null, mergeKey?: string) =>
    editPodcast(edit, step.id, 'Set listening', (record) => (record.mustListen = mustListen), mergeKey)
  return (
    <Section title="Done when">
      <NeededPercent
        label="Must be listened to"
        description={
          step.mustListen === null
            ? 'Opening the step is enough.'
            : 'What is skipped does not count; parts may be heard in any order.'
        }
        percentLabel="How much of it"
        percentDescription="Percent of the episode"
        usual={90}
        value={step.mustListen}
        onSwitch={(percent) => set(percent)}
        onPercent={(percent) => set(percent, 'listen')}
      />
      <Switch
        label="Learners may download it"
        description="To listen on the way, without a connection"
        checked={step.mayDownload}
        onChange={(event) => {
          const { checked } = event.currentTarget
          editPodcast(edit, step.id, 'Set download', (record) => (record.mayDownload = checked))
        }}
      />
    </Section>
  )
}
