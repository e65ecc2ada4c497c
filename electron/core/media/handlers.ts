import type { ProjectAccess } from '../domains.ts'
import { operations } from '../implement.ts'
import { commitAsset } from './assets.ts'
import type { Media } from './media.ts'
import type { Podcasts } from './podcast/podcasts.ts'

/** The operations on media files. */
export function mediaHandlers({
  projects,
  media,
  podcasts,
}: {
  projects: { get: (handle: string) => ProjectAccess }
  media: Media
  podcasts: Pick<Podcasts, 'make'>
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
    podcast: operations.media.podcast.handler(async function* ({ input, signal }) {
      yield* podcasts.make(input, signal)
    }),
  }
}
