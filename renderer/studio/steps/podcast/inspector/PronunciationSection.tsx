import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Draft } from '../../../../../shared/model/edit.ts'
import { projectId } from '../../../../../shared/model/project.ts'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import type { Dictionary } from '../../../../../shared/podcast/spoken-script.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { dictionaryIn, editPodcast } from '../podcast-step.ts'
import classes from './inspector.module.css'

/** Words that voices get wrong, and how they are to be said: in all podcasts of the project; those a script brought along, in it. */
export function PronunciationSection({ step, records, edit }: StepEditorProps<PodcastStep>) {
  const [word, setWord] = useState('')
  const [said, setSaid] = useState('')
  const own = step.script.pronunciation
  const words = Object.entries({ ...dictionaryIn(records), ...own })

  function add() {
    const [key, value] = [word.trim(), said.trim()]
    if (key === '' || value === '') return
    editPodcast(edit, step.id, 'Add pronunciation', ({ script }, draft) => {
      delete script.pronunciation[key]
      changeDictionary(draft, (dictionary) => (dictionary[key] = value))
    })
    setWord('')
    setSaid('')
  }

  return (
    <Section title="Pronunciation">
      {words.length === 0 && (
        <Text size="xs" c="dimmed">
          Spell a word as it is said where a voice gets it wrong: SCORM as “skorm”. It holds for all podcasts
          of the project.
        </Text>
      )}
      {words.map(([key, value]) => (
        <div key={key} className={classes.word}>
          <Text size="sm">
            {key} <span>→</span> {value}
          </Text>
          <ActionIcon
            size={26}
            variant="subtle"
            color="gray"
            aria-label={`Remove the pronunciation of ${key}`}
            onClick={() =>
              editPodcast(edit, step.id, 'Remove pronunciation', ({ script }, draft) => {
                delete script.pronunciation[key]
                changeDictionary(draft, (dictionary) => delete dictionary[key])
              })
            }
          >
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <form
        className={classes.row}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <TextInput
          size="xs"
          aria-label="Word as it is written"
          placeholder="Written"
          maxLength={100}
          value={word}
          onChange={(event) => setWord(event.currentTarget.value)}
        />
        <TextInput
          size="xs"
          aria-label="Word as it is said"
          placeholder="Said"
          maxLength={200}
          value={said}
          onChange={(event) => setSaid(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" variant="default" aria-label="Add this pronunciation">
          <IconPlus size={15} />
        </Button>
      </form>
    </Section>
  )
}

function changeDictionary(draft: Draft, change: (dictionary: Dictionary) => void): void {
  const project = draft[projectId]
  if (project?.type !== 'project') return
  project.pronunciation ??= {}
  change(project.pronunciation)
}
