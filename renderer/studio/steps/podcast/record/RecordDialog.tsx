import { Button, Group, Modal, Text } from '@mantine/core'
import { IconMicrophone, IconPlayerPlay, IconPlayerStop, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { PodcastStep } from '../../../../../shared/model/steps/podcast.ts'
import type { ClipLine, SpeechLine } from '../../../../../shared/podcast/script.ts'
import { withoutStress } from '../../../../../shared/podcast/stress.ts'
import type { StepEditorProps } from '../../types.ts'
import { listen, listening, stopListening } from '../line-player.ts'
import { scriptEditor } from '../podcast-step.ts'
import { recordLine } from '../script-actions.ts'
import { hintFor } from './judge.ts'
import { LevelMeter } from './LevelMeter.tsx'
import { useTakes } from './useTakes.ts'
import classes from './record.module.css'

type RecordDialogProps = StepEditorProps<PodcastStep> & {
  line: SpeechLine | ClipLine
  /** Where the line stands in the script, from 1. */
  number: number
  onClose: () => void
  /** Goes on to the next line that can be recorded; absent on the last one. */
  onNext?: (() => void) | undefined
}

/** Records one line: its words to read, a level, a countdown, and as many takes as it needs. */
export function RecordDialog({ step, edit, importMedia, line, number, onClose, onNext }: RecordDialogProps) {
  const { taking, level, tryAgain, begin, end } = useTakes()
  const isHeard = useStore(listening, ({ playing }) => playing?.key === 'take')
  const words = withoutStress(line.text ?? '')
  const [isUsing, setUsing] = useState(false)

  async function use(then: () => void) {
    if (taking.phase !== 'made') return
    stopListening()
    const file = new File([taking.wav], `Line ${number}, ${line.speaker ?? 'recording'}.wav`, {
      type: 'audio/wav',
    })
    setUsing(true)
    const asset = await importMedia(file)
    setUsing(false)
    if (!asset) return
    scriptEditor(edit, step.id)('Record line', (script) => recordLine(script, line.place, asset.id))
    then()
  }
  function close() {
    stopListening()
    onClose()
  }

  return (
    <Modal
      opened
      onClose={close}
      title={`Line ${number}: ${line.speaker}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      centered
      size="lg"
    >
      <p className={classes.words}>{words || 'This line has no words yet.'}</p>
      <LevelMeter level={taking.phase === 'opening' || taking.phase === 'refused' ? -90 : level} />
      <div className={classes.state} role="status">
        {taking.phase === 'opening' && 'Opening the microphone…'}
        {taking.phase === 'refused' && taking.problem}
        {taking.phase === 'ready' && 'Speak to see your level: it should reach the green.'}
        {taking.phase === 'counting' && (
          <>
            Be quiet for a moment… <strong className={classes.count}>{taking.left}</strong>
          </>
        )}
        {taking.phase === 'recording' && <span className={classes.live}>Recording. Read it now.</span>}
        {taking.phase === 'made' && (
          <>
            {taking.seconds.toFixed(1)} seconds. {taking.ended} {hintFor(taking.judged) ?? 'It sounds clean.'}
          </>
        )}
      </div>
      <Group justify="flex-end" gap="sm">
        {taking.phase === 'refused' && <Button onClick={tryAgain}>Try again</Button>}
        {taking.phase === 'ready' && (
          <Button leftSection={<IconMicrophone size={16} />} onClick={begin} data-autofocus>
            Record
          </Button>
        )}
        {taking.phase === 'counting' && (
          <Button variant="default" disabled>
            Record
          </Button>
        )}
        {taking.phase === 'recording' && (
          <Button color="red" leftSection={<IconPlayerStop size={16} />} onClick={() => void end()}>
            Stop
          </Button>
        )}
        {taking.phase === 'made' && (
          <>
            <Button variant="subtle" color="gray" leftSection={<IconRefresh size={16} />} onClick={begin}>
              Retake
            </Button>
            <Button
              variant="default"
              leftSection={isHeard ? <IconPlayerStop size={16} /> : <IconPlayerPlay size={16} />}
              onClick={() => void listen('take', async () => taking.wav)}
            >
              {isHeard ? 'Stop' : 'Listen'}
            </Button>
            {onNext && (
              <Button variant="default" disabled={isUsing} onClick={() => void use(onNext)}>
                Use, next line
              </Button>
            )}
            <Button loading={isUsing} onClick={() => void use(close)}>
              Use this take
            </Button>
          </>
        )}
      </Group>
      {taking.phase === 'ready' && (
        <Text size="xs" c="dimmed" mt="sm">
          A countdown gives you three seconds. The recording is kept as it is; noise, loudness and silence are
          dealt with when the episode is rendered.
        </Text>
      )}
    </Modal>
  )
}
