import { Select, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { languageChoices } from '../../../inspector/languages.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'
import { CoverField } from './CoverField.tsx'

/** What players are told of the file: cover, author, licence, and the language that voices speak, too. */
export function AboutSection(props: StepEditorProps<PodcastStep>) {
  const { step, edit } = props
  const { author, licence, language } = step.script
  const languages = useMemo(() => languageChoices(language), [language])
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
      <Select
        size="xs"
        label="Language"
        searchable
        allowDeselect={false}
        value={language}
        data={languages}
        onChange={(value) => {
          if (value !== null)
            editPodcast(edit, step.id, 'Set language', ({ script }) => (script.language = value))
        }}
      />
    </Section>
  )
}
