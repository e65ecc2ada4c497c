import { Text } from '@mantine/core'
import type { EpisodeState } from '../../../shared/podcast/episode-state.ts'
import { clock } from '../../player/views.ts'
import { type FeedEpisode, forecast } from './episodes.ts'
import classes from './feed.module.css'

const words: Record<Exclude<EpisodeState, 'rendered'>, string> = {
  changed: 'Changed since it was rendered',
  'not-rendered': 'Not rendered yet',
  silent: 'No words yet',
}

/** The podcasts of a series in its order, and what making its feed will do with each. */
export function FeedEpisodes({ episodes }: { episodes: readonly FeedEpisode[] }) {
  if (episodes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        No module of this series has a podcast yet. Add a Podcast step to one, and it becomes an episode of
        the feed.
      </Text>
    )
  const sentence = forecast(episodes)
  return (
    <section aria-labelledby="feed-episodes">
      <Text id="feed-episodes" size="sm" fw={500} mb={6}>
        {episodes.length === 1 ? 'One episode' : `${episodes.length} episodes`}
      </Text>
      <ol className={classes.episodes}>
        {episodes.map(({ step, title, module, state }) => (
          <li key={step.id} data-state={state}>
            <span className={classes.name}>
              {title}
              <span className={classes.module}>{module}</span>
            </span>
            <span className={classes.state}>
              {state === 'rendered' ? clock(step.episode?.seconds ?? 0) : words[state]}
            </span>
          </li>
        ))}
      </ol>
      {sentence !== null && (
        <Text size="xs" c="dimmed" mt={6}>
          {sentence}
        </Text>
      )}
    </section>
  )
}
