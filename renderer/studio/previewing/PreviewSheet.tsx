import { Button, Modal, SegmentedControl } from '@mantine/core'
import { IconDoorExit, IconRefresh, IconX } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { nameOf } from '../outline/names.ts'
import type { PreviewCommand } from '../../../shared/bundle/preview-messages.ts'
import { DeviceFrame } from './DeviceFrame.tsx'
import { PreviewWait } from './PreviewWait.tsx'
import { RecordedPanel } from './RecordedPanel.tsx'
import { type SizeName, sizeOf, sizes } from './sizes.ts'
import { usePreview } from './usePreview.ts'
import classes from './preview.module.css'

/** The module as a learner meets it: the published player on the published bundle, on an origin of its own. */
export function PreviewSheet({
  module,
  step,
  onClose,
}: {
  module: string
  step: string | null
  onClose: () => void
}) {
  const record = useDocumentState((state) => state.records[module])
  const [size, setSize] = useState<SizeName>('phone')
  const [start, setStart] = useState<'step' | 'beginning'>(step === null ? 'beginning' : 'step')
  const [attempt, setAttempt] = useState(0)
  const preview = usePreview(module, start === 'step' ? step : null, attempt)
  const frame = useRef<HTMLIFrameElement>(null)
  /** As when a learner closes the window and opens the module again: it must go on where they were. */
  const comeBack = () => {
    const command: PreviewCommand = { target: 'morsel-preview', type: 'resume' }
    if (preview.url !== null) frame.current?.contentWindow?.postMessage(command, new URL(preview.url).origin)
  }

  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      padding={0}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ content: classes.content ?? '', body: classes.sheet ?? '' }}
    >
      <header className={classes.head}>
        <Modal.Title className={classes.title}>Preview of “{nameOf(record)}”</Modal.Title>
        <div className={classes.controls}>
          {step !== null && (
            <SegmentedControl
              size="xs"
              aria-label="Where to start"
              value={start}
              onChange={(value) => setStart(value as typeof start)}
              data={[
                { value: 'step', label: 'This step' },
                { value: 'beginning', label: 'From the beginning' },
              ]}
            />
          )}
          <SegmentedControl
            size="xs"
            aria-label="Screen"
            value={size}
            onChange={(value) => setSize(value as SizeName)}
            data={sizes.map(({ value, label }) => ({ value, label }))}
          />
          <Button
            size="xs"
            variant="default"
            disabled={preview.url === null}
            leftSection={<IconDoorExit size={15} />}
            onClick={comeBack}
          >
            Leave and come back
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} />}
            onClick={() => setAttempt(attempt + 1)}
          >
            Start over
          </Button>
          <Button size="xs" leftSection={<IconX size={15} />} onClick={onClose} data-autofocus>
            Close preview
          </Button>
        </div>
      </header>
      <div className={classes.body}>
        {preview.url === null ? (
          <PreviewWait preview={preview} onRetry={() => setAttempt(attempt + 1)} onCancel={onClose} />
        ) : (
          <DeviceFrame key={preview.url} url={preview.url} size={sizeOf(size)} frame={frame} />
        )}
        <RecordedPanel key={`recorded ${preview.url}`} url={preview.url} frame={frame} />
      </div>
    </Modal>
  )
}
