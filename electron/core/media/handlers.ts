import type { ProjectAccess, Work } from '../domains.ts'
import { operations } from '../implement.ts'
import { commitAsset } from './assets.ts'
import type { Media } from './media.ts'
import type { Episode } from './podcast/make-episode.ts'
import type { Podcasts } from './podcast/podcasts.ts'
import { renderStep } from './podcast-step/render.ts'
import { saveStep } from './podcast-step/save.ts'
import { pathsOf, podcastStep, scriptOf } from './podcast-step/step.ts'

/** The operations on media files. */
export function mediaHandlers({
  projects,
  media,
  podcasts,
  published,
}: {
  projects: { get: (handle: string) => ProjectAccess }
  media: Media
  podcasts: Podcasts
  /** The folder for what is published. */
  published: string
}) {
  return {
    importFile: operations.media.importFile.handler(async function* ({ input, signal }) {
      const project = projects.get(input.project)
      for await (const event of media.takeFile(project, input.path, signal)) {
        if (event.type === 'done') commitAsset(project, event.result, `Import ${event.result.name}`, input)
        yield event
      }
    }),
    convert: operations.media.convert.handler(async function* ({ input, signal }) {
      const project = projects.get(input.project)
      const asset = project.require('asset', input.asset)
      for await (const event of media.convert(project, asset, signal)) {
        if (event.type === 'done') commitAsset(project, event.result, `Convert ${asset.name}`, input)
        yield event
      }
    }),
    trim: operations.media.trim.handler(async function* ({ input, signal }) {
      yield* media.trim(input, signal)
    }),
    podcast: operations.media.podcast.handler(({ input, signal }) => told(podcasts.make(input, signal))),
    savePodcast: operations.media.savePodcast.handler(({ input: { project, ...request }, signal }) =>
      told(saveStep({ podcasts, published }, projects.get(project), request, signal)),
    ),
    renderPodcast: operations.media.renderPodcast.handler(async function* ({ input, signal }) {
      const project = projects.get(input.project)
      for await (const event of renderStep({ podcasts, media }, project, input.step, signal)) {
        if (event.type === 'done') commitAsset(project, event.result.asset, 'Render episode', input)
        yield event
      }
    }),
    layOutPodcast: operations.media.layOutPodcast.handler(async function* ({ input, signal }) {
      const project = projects.get(input.project)
      const script = scriptOf(project, podcastStep(project, input.step))
      yield* podcasts.layOut({ script, files: pathsOf(project, script) }, signal)
    }),
    voices: operations.media.voices.handler(() => podcasts.voices()),
  }
}

async function* told(work: Work<Episode>) {
  for await (const event of work)
    yield event.type === 'done' ? { ...event, result: toldOf(event.result) } : event
}

/** An episode without its timeline, which names files that are gone by now. */
function toldOf({ timeline: _timeline, ...told }: Episode) {
  return told
}
