import type { PodcastStep } from '../../model/steps/podcast.ts'
import type { CompileContext } from '../context.ts'
import type { PageBundleStep, PodcastBundleStep } from '../format.ts'
import { richTextHtml } from '../html.ts'
import { episodeRequest, imageRequest } from '../media.ts'

/** An episode; one that was not rendered yet previews as the page of its words (the checks keep it from publishing). */
export function compilePodcast(
  step: PodcastStep,
  context: CompileContext,
): PodcastBundleStep | PageBundleStep {
  const { id, title, outcome, script, episode, mayDownload, mustListen } = step
  const intro = richTextHtml(step.intro, context.html)
  const picture = (asset: string) => context.media(imageRequest(context.require('asset', asset)))
  if (episode === null) return { id, title, outcome, kind: 'page', html: intro }
  return {
    id,
    title,
    outcome,
    kind: 'podcast',
    intro,
    source: context.media(episodeRequest(context.require('asset', episode.audio))),
    seconds: episode.seconds,
    cover: script.cover === null ? null : picture(script.cover),
    chapters: episode.chapters.map((chapter) =>
      chapter.picture === undefined ? chapter : { ...chapter, picture: picture(chapter.picture) },
    ),
    cues: episode.cues,
    mayDownload,
    mustListen,
  }
}
