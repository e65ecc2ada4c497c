import type { PodcastStep } from '../../../../shared/model/steps/podcast.ts'
import { StepIntro } from '../StepIntro.tsx'
import type { StepEditorProps } from '../types.ts'
import { Beginning } from './Beginning.tsx'
import { EpisodeCard } from './EpisodeCard.tsx'
import { ScriptEditor } from './ScriptEditor.tsx'
import classes from './podcast.module.css'

/** The episode as the learner hears it, and below it the script it is made from, edited in place. */
export function PodcastCanvas(props: StepEditorProps<PodcastStep>) {
  const { step } = props
  const isEmpty = step.script.chapters.length === 0
  return (
    <>
      <StepIntro {...props} />
      <div className={classes.below}>
        {step.episode !== null && <EpisodeCard {...props} episode={step.episode} />}
        {isEmpty ? <Beginning {...props} /> : <ScriptEditor {...props} />}
      </div>
    </>
  )
}
