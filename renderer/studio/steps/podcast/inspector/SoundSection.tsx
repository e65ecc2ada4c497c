import { Select, Switch } from '@mantine/core'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import { loudnessPresets } from '../../../../../shared/podcast/script.ts'
import { Section } from '../../../inspector/Section.tsx'
import type { StepEditorProps } from '../../types.ts'
import { editPodcast } from '../podcast-step.ts'

const presetNames = {
  stereo: 'Podcast, stereo (−16 LUFS)',
  mono: 'Podcast, mono (−19 LUFS)',
  loud: 'Streaming, stereo (−14 LUFS)',
}

const qualities = [
  { value: '128', label: '128 kbit/s (1 MB a minute)' },
  { value: '192', label: '192 kbit/s (1.4 MB a minute)' },
]

const sampleRates = [
  { value: '48000', label: '48 kHz' },
  { value: '44100', label: '44.1 kHz, for old players' },
]

/** How loud the finished file is, and how fine. */
export function SoundSection({ step, edit }: StepEditorProps<PodcastStep>) {
  const { loudness, denoise } = step.script
  return (
    <Section title="Sound">
      <Select
        size="xs"
        label="Loudness"
        allowDeselect={false}
        value={loudness}
        data={loudnessPresets.map((value) => ({ value, label: presetNames[value] }))}
        onChange={(value) => {
          const preset = loudnessPresets.find((known) => known === value)
          if (preset) editPodcast(edit, step.id, 'Set loudness', ({ script }) => (script.loudness = preset))
        }}
      />
      <Select
        size="xs"
        label="Quality"
        allowDeselect={false}
        value={String(step.bitrate)}
        data={qualities}
        onChange={(value) =>
          editPodcast(
            edit,
            step.id,
            'Set quality',
            (record) => (record.bitrate = value === '192' ? 192 : 128),
          )
        }
      />
      <Select
        size="xs"
        label="Sample rate"
        allowDeselect={false}
        value={String(step.sampleRate)}
        data={sampleRates}
        onChange={(value) =>
          editPodcast(
            edit,
            step.id,
            'Set sample rate',
            (record) => (record.sampleRate = value === '44100' ? 44_100 : 48_000),
          )
        }
      />
      <Switch
        size="sm"
        label="Take noise out"
        description="For recordings in a room with a steady hum or hiss"
        checked={denoise}
        onChange={(event) => {
          const { checked } = event.currentTarget
          editPodcast(edit, step.id, 'Set noise reduction', ({ script }) => (script.denoise = checked))
        }}
      />
    </Section>
  )
}
