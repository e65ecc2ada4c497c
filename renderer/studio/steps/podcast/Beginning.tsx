import { Button, Group, SegmentedControl, Text } from '@mantine/core'
import { IconMicrophone2, IconSparkles } from '@tabler/icons-react'
import { useState } from 'react'
import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { FileButton } from '../../ui/FileButton.tsx'
import { useFileDrop } from '../../ui/useFileDrop.ts'
import type { StepEditorProps } from '../types.ts'
import { focusLine } from './focus.ts'
import { scriptEditor } from './podcast-step.ts'
import { addClip, addLine } from './script-actions.ts'
import { importSound, soundFiles } from './sound-files.ts'
import { useDraft } from './useDraft.ts'
import classes from './podcast.module.css'

/** A podcast without words: what the module says becomes its first draft, they are written by hand, or a recording is there already. */
export function Beginning(props: StepEditorProps<PodcastStep>) {
  const { step, edit, importMedia } = props
  const [speakers, setSpeakers] = useState<'1' | '2'>('2')
  const { draft, isReady, hasWords } = useDraft(props)
  const change = scriptEditor(edit, step.id)

  function write() {
    let place: number | null = null
    change('Write script', (script) => {
      place = addLine(script, null)
    })
    if (place !== null) focusLine(place)
  }

  async function take(file: File) {
    const asset = await importSound(file, importMedia)
    if (asset) change('Add recording', (script) => void addClip(script, null, asset.id))
  }
  const { isOver, handlers } = useFileDrop(([file]) => file && void take(file))

  return (
    <div className={classes.beginning} data-over={isOver || undefined} {...handlers}>
      <IconMicrophone2 size={34} stroke={1.4} />
      <Text size="sm" fw={600}>
        Let the module speak
      </Text>
      <Text size="xs" c="dimmed">
        {hasWords
          ? 'The module’s other steps become a script: headings are chapters, lists are sentences, questions are asked and answered. You edit every line.'
          : 'Write a page or a quiz in this module first: its words become the script. Or write the script yourself.'}
      </Text>
      {hasWords && (
        <>
          <SegmentedControl
            size="xs"
            aria-label="How many speak"
            value={speakers}
            onChange={(value) => setSpeakers(value === '1' ? '1' : '2')}
            data={[
              { value: '2', label: 'Two speakers' },
              { value: '1', label: 'One speaker' },
            ]}
          />
          <Button
            size="sm"
            leftSection={<IconSparkles size={16} />}
            loading={!isReady}
            onClick={() => draft(speakers === '1' ? 1 : 2)}
          >
            Draft from module
          </Button>
        </>
      )}
      <Group gap="xs" justify="center">
        <Button
          size="xs"
          variant={hasWords ? 'subtle' : 'filled'}
          color={hasWords ? 'gray' : 'accent'}
          onClick={write}
        >
          Write it myself
        </Button>
        <FileButton accept={soundFiles} onFile={(file) => void take(file)}>
          {(choose) => (
            <Button size="xs" variant="subtle" color="gray" onClick={choose}>
              Use a recording
            </Button>
          )}
        </FileButton>
      </Group>
    </div>
  )
}
