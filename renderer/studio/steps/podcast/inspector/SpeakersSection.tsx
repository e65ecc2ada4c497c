import { Button, Text } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { scriptEditor } from '../podcast-step.ts'
import { addSpeaker } from '../script-actions.ts'
import { useVoices } from '../useVoices.ts'
import { SpeakerFields } from './SpeakerFields.tsx'
import classes from './inspector.module.css'

/** Who speaks, with which voice, and how fast; and how to get more voices. */
export function SpeakersSection({ step, edit }: StepEditorProps<PodcastStep>) {
  const { script } = step
  const voices = useVoices()
  const change = scriptEditor(edit, step.id)
  const isMute = voices !== null && voices.engines.every((engine) => engine.voices.length === 0)
  return (
    <Section title="Speakers">
      {isMute && (
        <Text size="sm" c="var(--studio-warning-text)">
          Nothing on this machine can speak yet. Install a voice as told below, or record every line.
        </Text>
      )}
      {script.speakers.map((speaker, index) => (
        // A speaker's name changes with every key.
        // oxlint-disable-next-line react/no-array-index-key
        <SpeakerFields
          key={index}
          script={script}
          speaker={speaker}
          index={index}
          voices={voices}
          change={change}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconUserPlus size={15} />}
        onClick={() => change('Add speaker', (record) => void addSpeaker(record))}
      >
        Add speaker
      </Button>
      {voices !== null && (
        <details className={classes.more}>
          <summary>Voices of this machine</summary>
          <ul>
            {voices.engines.map(({ name, version, voices: all }) => (
              <li key={name}>
                <strong>{name}</strong> {version}: {all.length} voices in{' '}
                {new Set(all.map(({ language }) => language)).size} languages
                {all.length > 0 && all.every(({ quality }) => quality === 'robotic') && ', clear but robotic'}
              </li>
            ))}
            {voices.missing.map(({ name, howToGet }) => (
              <li key={name}>
                <strong>{name}</strong> is not here. {howToGet}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}
