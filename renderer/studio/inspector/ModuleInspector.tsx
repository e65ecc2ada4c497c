import { NumberInput, Select, Text, TextInput } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { rename } from '../outline/actions.ts'
import { CompletionSection } from './behaviour/CompletionSection.tsx'
import { LearnerSection } from './behaviour/LearnerSection.tsx'
import { useModuleEdit } from './behaviour/useModuleEdit.ts'
import { languageChoices } from './languages.ts'
import { Outcomes } from './Outcomes.tsx'
import { Section } from './Section.tsx'
import classes from './inspector.module.css'

/** The settings of a module. */
export function ModuleInspector({ id }: { id: string }) {
  const { edit } = useDocument()
  const { set } = useModuleEdit(id)
  const module = useDocumentState((state) => state.records[id])
  if (module?.type !== 'module') return null

  return (
    <>
      <h2 className={classes.title}>
        <IconBook2 size={17} stroke={1.8} /> Module
      </h2>
      <Section title="About">
        <TextInput
          label="Title"
          value={module.title}
          maxLength={300}
          onChange={(event) => {
            const next = event.currentTarget.value
            edit('Edit title', (draft) => rename(draft, id, next), { mergeKey: `title:${id}` })
          }}
        />
        <Select
          label="Language"
          data={languageChoices(module.language)}
          value={module.language}
          searchable
          allowDeselect={false}
          nothingFoundMessage="No such language"
          onChange={(language) => {
            if (language !== null) set('Set language', (record) => (record.language = language))
          }}
        />
        <NumberInput
          label="Minutes"
          description="How long a learner should need"
          value={module.minutes ?? ''}
          min={1}
          max={600}
          clampBehavior="blur"
          allowNegative={false}
          placeholder="Not said"
          onChange={(minutes) =>
            set(
              'Set minutes',
              (record) =>
                (record.minutes = typeof minutes === 'number' && minutes > 0 ? Math.min(minutes, 600) : null),
              `minutes:${id}`,
            )
          }
        />
      </Section>
      <Section title="Outcomes">
        <Text size="xs" c="dimmed">
          What a learner can do afterwards; one or two are enough. The LMS is told of each as an objective,
          with how the steps that serve it went.
        </Text>
        <Outcomes module={module} />
      </Section>
      <CompletionSection module={module} />
      <LearnerSection module={module} />
    </>
  )
}
