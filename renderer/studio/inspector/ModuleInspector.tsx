import { NumberInput, Select, Switch, Text, TextInput } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import type { Module } from '../../../shared/model/module.ts'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { rename } from '../outline/actions.ts'
import { languageChoices } from './languages.ts'
import { Outcomes } from './Outcomes.tsx'
import { Section } from './Section.tsx'
import classes from './inspector.module.css'

/** The settings of a module. */
export function ModuleInspector({ id }: { id: string }) {
  const { edit } = useDocument()
  const module = useDocumentState((state) => state.records[id])
  if (module?.type !== 'module') return null

  function set(label: string, change: (module: Module) => void, mergeKey?: string) {
    edit(
      label,
      (draft) => {
        const record = draft[id]
        if (record?.type === 'module') change(record)
      },
      mergeKey === undefined ? {} : { mergeKey },
    )
  }

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
          What a learner can do afterwards. One or two are enough.
        </Text>
        <Outcomes module={module} />
      </Section>
      <Section title="Passing">
        <Switch
          label="Learners need a score to pass"
          description={
            module.pass === null ? 'Completing every step is enough.' : 'Otherwise the LMS records “failed”.'
          }
          checked={module.pass !== null}
          onChange={(event) => {
            const isNeeded = event.currentTarget.checked
            set('Set pass mark', (record) => (record.pass = isNeeded ? 80 : null))
          }}
        />
        {module.pass !== null && (
          <NumberInput
            label="Pass mark"
            description="Percent of all quiz points in this module"
            value={module.pass}
            min={0}
            max={100}
            suffix=" %"
            clampBehavior="strict"
            onChange={(pass) => {
              if (typeof pass === 'number')
                set('Set pass mark', (record) => (record.pass = pass), `pass:${id}`)
            }}
          />
        )}
      </Section>
    </>
  )
}
