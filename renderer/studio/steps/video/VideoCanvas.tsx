import type { StepEditorProps } from '../types.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { ChooseVideo } from './ChooseVideo.tsx'
import { UnplayableNotice } from './UnplayableNotice.tsx'
import { VideoScreen } from './VideoScreen.tsx'
import { recordingOf } from './video-step.ts'

/** The video as the learner meets it; or the way to bring one in. */
export function VideoCanvas(props: StepEditorProps<VideoStep>) {
  const { step, records } = props
  const asset = recordingOf(step, records)
  if (!asset) return <ChooseVideo {...props} />
  return (
    <>
      {asset.playable ? <VideoScreen key={asset.id} {...props} asset={asset} /> : null}
      <UnplayableNotice {...props} asset={asset} />
    </>
  )
}
