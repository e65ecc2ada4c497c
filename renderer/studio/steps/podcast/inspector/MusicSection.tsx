import { NumberInput, Text } from '@mantine/core'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'
import { MusicField } from './MusicField.tsx'
import classes from './inspector.module.css'

const parts = [
  { part: 'intro', label: 'Intro', description: 'Alone for up to four seconds, then under the first words' },
  { part: 'bed', label: 'Bed', description: 'Under everything that is said' },
  { part: 'outro', label: 'Outro', description: 'Comes up under the last words, then alone' },
] as const

/** Music before, under and after what is said, and how it gives way. */
export function MusicSection(props: StepEditorProps<PodcastStep>) {
  const { step, edit } = props
  const { music } = step.script
  const hasMusic = parts.some(({ part }) => music[part] !== null)
  return (
    <Section title="Music">
      {parts.map(({ part, label, description }) => (
        <MusicField key={part} {...props} part={part} label={label} description={description} />
      ))}
      {hasMusic && (
        <div className={classes.row}>
          <NumberInput
            size="xs"
            label="Ducking"
            min={0}
            max={60}
            suffix=" dB"
            clampBehavior="blur"
            value={music.duck}
            onChange={(duck) => {
              if (typeof duck === 'number' && duck >= 0 && duck <= 60)
                editPodcast(edit, step.id, 'Set ducking', ({ script }) => (script.music.duck = duck), 'duck')
            }}
          />
          <NumberInput
            size="xs"
            label="Level"
            min={-40}
            max={12}
            suffix=" dB"
            clampBehavior="blur"
            value={music.level}
            onChange={(level) => {
              if (typeof level === 'number' && level >= -40 && level <= 12)
                editPodcast(
                  edit,
                  step.id,
                  'Set music level',
                  ({ script }) => (script.music.level = level),
                  'level',
                )
            }}
          />
        </div>
      )}
      <Text size="xs" c="dimmed">
        Use music you may publish. It is copied into the project.
      </Text>
    </Section>
  )
}
