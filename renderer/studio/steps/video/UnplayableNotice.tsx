import { useStore } from 'zustand'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { useConvert } from '../../media/useConvert.ts'
import { Notice } from '../../ui/Notice.tsx'
import type { StepEditorProps } from '../types.ts'
import { busySteps, whileBusy } from './busy.ts'
import { playback } from './playback.ts'
import { editVideo } from './video-step.ts'

/** A recording that browsers cannot play: says so, and converts it. Publishing would convert it too; editing needs it now. */
export function UnplayableNotice({ step, edit, asset }: StepEditorProps<VideoStep> & { asset: Asset }) {
  const isBroken = useStore(playback, (state) => state.isBroken)
  const convert = useConvert()
  const isConverting = useStore(busySteps, ({ ids }) => ids.has(step.id))
  if (asset.playable && !isBroken) return null

  async function convertNow() {
    const converted = await whileBusy(step.id, () => convert(asset))
    if (!converted) return
    editVideo(edit, step.id, 'Convert to MP4', (record) => (record.asset = converted.id))
  }

  return (
    <Notice
      tone="warning"
      title="This video cannot be played here"
      actions={isConverting ? [] : [{ label: 'Convert to MP4', run: () => void convertNow(), isMain: true }]}
    >
      {isConverting
        ? 'It is being converted. You can go on with other steps.'
        : `Browsers cannot play ${asset.name} as it is. Convert it to see and trim it; the original stays as it is.`}
    </Notice>
  )
}
