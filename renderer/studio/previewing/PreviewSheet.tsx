import { Button, Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type {
  PreviewConditions,
  PreviewFormat,
  PreviewStart,
} from '../../../shared/bundle/preview-conditions.ts'
import { usualConditions } from '../../../shared/bundle/preview-conditions.ts'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { nameOf } from '../outline/names.ts'
import { ClosedTab } from './ClosedTab.tsx'
import { type Device, DeviceBar } from './DeviceBar.tsx'
import { DeviceFrame } from './DeviceFrame.tsx'
import { TrackingInspector } from './inspector/TrackingInspector.tsx'
import { LearnerBar } from './LearnerBar.tsx'
import { PreviewWait } from './PreviewWait.tsx'
import { sizeOf } from './sizes.ts'
import { useHost } from './useHost.ts'
import { usePreview } from './usePreview.ts'
import { VisitBar } from './VisitBar.tsx'
import { namesOf } from './words/names.ts'
import classes from './preview.module.css'

/** The module as a learner meets it, in an LMS of ours: the published player on the published bundle, on an origin of its own. */
export function PreviewSheet({
  module,
  step,
  onClose,
}: {
  module: string
  step: string | null
  onClose: () => void
}) {
  const records = useDocumentState((state) => state.records)
  const names = useMemo(() => namesOf(records, module), [records, module])
  const [device, setDevice] = useState<Device>({ size: 'phone', isTurned: false })
  const [learner, setLearner] = useState<{ as: PreviewStart; isAtStep: boolean }>({
    as: 'first',
    isAtStep: step !== null,
  })
  const [conditions, setConditions] = useState<PreviewConditions>(usualConditions)
  const [format, setFormat] = useState<PreviewFormat>('scorm12')
  const [attempt, setAttempt] = useState(0)
  const [isMenuOpen, setMenuOpen] = useState(false)
  const preview = usePreview({ module, step, format, attempt })
  const frame = useRef<HTMLIFrameElement>(null)
  const { told, send } = useHost(preview.url, frame)

  const open = ({ as, isAtStep }: typeof learner) => {
    setLearner({ as, isAtStep })
    send({ target: 'morsel-preview', type: 'start-over', as, step: isAtStep ? step : null })
  }
  const change = (next: PreviewConditions) => {
    setConditions(next)
    send({ target: 'morsel-preview', type: 'conditions', conditions: next })
  }
  const changeFormat = (next: PreviewFormat) => {
    // Another package: the learner and the LMS are new, too.
    setFormat(next)
    setConditions(usualConditions)
    setLearner({ as: 'first', isAtStep: step !== null })
  }
  const resume = () => send({ target: 'morsel-preview', type: 'resume' })

  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      withCloseButton={false}
      // Escape closes the menu first.
      closeOnEscape={!isMenuOpen}
      padding={0}
      transitionProps={{ transition: 'fade', duration: 120 }}
      classNames={{ content: classes.content ?? '', body: classes.sheet ?? '' }}
    >
      <header className={classes.head}>
        <Modal.Title className={classes.title}>Preview of “{nameOf(records[module])}”</Modal.Title>
        <LearnerBar learner={learner} starts={preview.starts} hasStep={step !== null} onChange={open} />
        <Button
          size="xs"
          className={classes.close}
          leftSection={<IconX size={15} />}
          onClick={onClose}
          data-autofocus
        >
          Close preview
        </Button>
      </header>
      <div className={classes.body}>
        <div className={classes.middle}>
          <DeviceBar
            device={device}
            onDevice={setDevice}
            network={conditions.network}
            onNetwork={(network) => change({ ...conditions, network })}
          />
          {preview.url === null ? (
            <PreviewWait preview={preview} onRetry={() => setAttempt(attempt + 1)} onCancel={onClose} />
          ) : (
            <DeviceFrame
              key={preview.url}
              url={preview.url}
              size={sizeOf(device.size, device.isTurned)}
              frame={frame}
              over={
                told && !told.message.isOpen && told.calls.at(-1)?.method === 'killed' ? (
                  <ClosedTab told={told} names={names} onResume={resume} />
                ) : null
              }
            />
          )}
          <VisitBar
            isReady={told !== null}
            isOpen={told?.message.isOpen ?? false}
            onRestart={() => open(learner)}
            onResume={resume}
            onCloseTab={() => send({ target: 'morsel-preview', type: 'close-tab' })}
          />
        </div>
        <TrackingInspector
          told={told}
          names={names}
          format={format}
          formats={preview.formats}
          onFormat={changeFormat}
          conditions={conditions}
          onConditions={change}
          isMenuOpen={isMenuOpen}
          onMenu={setMenuOpen}
        />
      </div>
    </Modal>
  )
}
