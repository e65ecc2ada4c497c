import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import type { StepEditorProps } from '../types.ts'
import { PlayBar } from './PlayBar.tsx'
import { TrimBar } from './TrimBar.tsx'
import { recordingOf, trimOf } from './video-step.ts'
import classes from './video.module.css'

/** Below the canvas: the whole recording, with what is kept of it between handles. */
export function VideoTimeline({ step, records, edit, mediaUrl }: StepEditorProps<VideoStep>) {
  const asset = recordingOf(step, records)
  if (!asset?.playable) return null
  const trim = trimOf(step, asset, edit)
  return (
    <section className={classes.timeline} aria-label="Trim">
      <PlayBar step={step} trim={trim} edit={edit} />
      <TrimBar trim={trim} frameUrl={(at) => `${mediaUrl(asset)}/frame?at=${at}`} />
    </section>
  )
}
