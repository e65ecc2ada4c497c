import type { SeriesFeed } from '../../../shared/contract/interchange.ts'
import { newKey } from '../../../shared/ids.ts'
import { useStudio } from '../app/studio-context.tsx'
import { follow } from '../client/work.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import { type SheetJob, useSheetJob } from '../jobs/useSheetJob.ts'
import { useMedia } from '../media/useMedia.ts'
import { makeCover } from '../steps/podcast/cover/make-cover.ts'
import { useTellSaved } from '../ui/useTellSaved.tsx'
import { episodesIn } from './episodes.ts'

export type FeedRequest = { series: string; out: string; site: string; overwrite?: boolean }

export type FeedMaking = SheetJob<FeedRequest, SeriesFeed>

/** What the tray calls making the feed of a series of that title. */
export const feedCalled = (title: string) => `Making the feed of “${title}”`

/** Makes the feed of a series as a job of the tray. What it renders on the way goes into the steps, as one undo step. */
export function useFeed(): FeedMaking {
  const { client } = useStudio()
  const document = useDocument()
  const { importMedia } = useMedia()
  const tellSaved = useTellSaved()

  /** Gives those a cover that are rendered and have none, as rendering one of them does. */
  async function makeCovers(series: string, signal: AbortSignal) {
    const { records } = document.state.getState()
    for (const { step, state } of episodesIn(records, series))
      if ((state === 'changed' || state === 'not-rendered') && step.script.cover === null)
        await makeCover({ step, records, edit: document.edit, importMedia }, signal)
    await document.flush()
  }

  return useSheetJob<FeedRequest, SeriesFeed>({
    called: feedCalled,
    async run(request, { project, signal, onProgress }) {
      await makeCovers(request.series, signal)
      const mergeKey = `feed:${newKey()}`
      const wanted = { project, ...request, mergeKey, by: document.by }
      const feed = await follow(client.interchange.seriesFeed(wanted, { signal }), onProgress)
      if (feed.rendered.length === 0) return feed
      for (const { asset } of feed.rendered) document.admit(asset, mergeKey)
      document.edit('Render episodes', (draft) => {
        for (const { step, episode } of feed.rendered) {
          const record = draft[step]
          if (record?.type === 'step' && record.kind === 'podcast') record.episode = episode
        }
      })
      return feed
    },
    tellDone: (title, feed) => {
      const missing = feed.episodes.filter(({ outcome }) => outcome === 'failed').length
      const sentence = `The feed of “${title}” is made`
      tellSaved(missing === 0 ? sentence : `${sentence}, without ${missing} that failed`, feed.file)
    },
  })
}
