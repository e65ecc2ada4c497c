import type { PodcastStep, RenderedEpisode } from '../../../../shared/model/steps/podcast.ts'
import { english, PodcastView } from '../../../player/views.ts'
import type { StepEditorProps } from '../types.ts'
import { assetIn } from './podcast-step.ts'
import classes from './podcast.module.css'

/** The finished episode as learners get it, but for its chapters and transcript; with the browser's own controls. */
export function EpisodeCard({
  step,
  records,
  mediaUrl,
  episode,
}: StepEditorProps<PodcastStep> & { episode: RenderedEpisode }) {
  const asset = assetIn(records, episode.audio)
  const cover = assetIn(records, step.script.cover)
  if (!asset) return null
  const { id, title, outcome, mayDownload, mustListen, script } = step
  const { seconds, chapters } = episode

  return (
    <div className={classes.episode}>
      <PodcastView
        step={{
          id,
          title,
          outcome,
          kind: 'podcast',
          intro: '',
          source: mediaUrl(asset),
          seconds,
          cover: cover && mediaUrl(cover),
          // The player's script, which shows their pictures, does not run here.
          chapters: chapters.map(({ start, title: name }) => ({ start, title: name })),
          // Chapters and words stand below, as the script.
          cues: [],
          mayDownload,
          mustListen,
        }}
        words={english}
        language={script.language}
        isLater={false}
      />
    </div>
  )
}
