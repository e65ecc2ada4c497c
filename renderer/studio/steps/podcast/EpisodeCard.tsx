import type { PodcastStep, RenderedEpisode } from '../../../../shared/model/steps/podcast.ts'
import type { StepEditorProps } from '../types.ts'
import { assetIn } from './podcast-step.ts'
import classes from './podcast.module.css'

/** The finished episode, to be heard. */
export function EpisodeCard({
  step,
  records,
  mediaUrl,
  episode,
}: StepEditorProps<PodcastStep> & { episode: RenderedEpisode }) {
  const asset = assetIn(records, episode.audio)
  if (!asset) return null
  return (
    <div className={classes.episode}>
      {/* What is said stands below it. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <audio controls preload="metadata" src={mediaUrl(asset)} aria-label={step.title || 'The episode'} />
    </div>
  )
}
