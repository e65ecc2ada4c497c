import { ActionIcon, Button, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'
import classes from './inspector.module.css'

/** Words that voices get wrong, and how they are to be said. */
export function PronunciationSection({ step, edit }: StepEditorProps<PodcastStep>) {
  const [word, setWord] = useState('')
  const [said, setSaid] = useState('')
  const words = Object.entries(step.script.pronunciation)

  function add() {
    const [key, value] = [word.trim(), said.trim()]
    if (key === '' || value === '') return
    editPodcast(edit, step.id, 'Add pronunciation', ({ script }) => (script.pronunciation[key] = value))
    setWord('')
    setSaid('')
  }

  return (
    <Section title="Pronunciation">
      {words.length === 0 && (
        <Text size="xs" c="dimmed">
          Spell a word as it is said where a voice gets it wrong: SCORM as “skorm”.
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
              editPodcast(edit, step.id, 'Remove pronunciation', ({ script }) => {
                delete script.pronunciation[key]
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
