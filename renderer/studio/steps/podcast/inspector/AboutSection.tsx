import { TextInput } from '@mantine/core'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'
import { CoverField } from './CoverField.tsx'

/** What players show of the file: cover, author, licence. */
export function AboutSection(props: StepEditorProps<PodcastStep>) {
  const { step, edit } = props
  const { author, licence } = step.script
  return (
    <Section title="About the episode">
      <CoverField {...props} />
      <TextInput
        size="xs"
        label="Author"
        placeholder="Who it is by"
        maxLength={300}
        value={author ?? ''}
        onChange={(event) => {
          const words = event.currentTarget.value
          editPodcast(edit, step.id, 'Edit author', ({ script }) => (script.author = words || null), 'author')
        }}
      />
      <TextInput
        size="xs"
        label="Licence"
        placeholder="For example CC BY 4.0"
        maxLength={300}
        value={licence ?? ''}
        onChange={(event) => {
          const words = event.currentTarget.value
          editPodcast(
            edit,
            step.id,
            'Edit licence',
            ({ script }) => (script.licence = words || null),
            'licence',
          )
        }}
      />
    </Section>
  )
}
