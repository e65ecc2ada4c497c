import type { StepEditorProps } from '../types.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { ChooseVideo } from './ChooseVideo.tsx'
import type { Asset } from '../../../../shared/model/asset.ts'
import { UnplayableNotice } from './UnplayableNotice.tsx'
import { StepIntro } from '../StepIntro.tsx'
import { VideoScreen } from './VideoScreen.tsx'
import { recordingOf } from './video-step.ts'
import classes from './video.module.css'

/** The video as the learner meets it; or the way to bring one in. */
export function VideoCanvas(props: StepEditorProps<VideoStep>) {
  const { step, records } = props
  const asset = recordingOf(step, records)
  return (
    <>
      <StepIntro {...props} />
      <div className={classes.below}>
        {asset ? <Recording {...props} asset={asset} /> : <ChooseVideo {...props} />}
      </div>
    </>
  )
}

function Recording({ asset, ...props }: StepEditorProps<VideoStep> & { asset: Asset }) {
  return (
    <>
      {asset.playable ? <VideoScreen key={asset.id} {...props} asset={asset} /> : null}
      <UnplayableNotice {...props} asset={asset} />
    </>
  )
}
