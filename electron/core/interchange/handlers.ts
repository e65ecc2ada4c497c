import type { MediaAccess, PodcastAccess, ProjectAccess } from '../domains.ts'
import { operations } from '../implement.ts'
import { exportPodcastDraft } from './export/draft-podcast.ts'
import { exportModuleSource } from './export/export-module.ts'
import { addToFeed } from './feed/add-to-feed.ts'
import { writeSeriesFeed } from './feed/series-feed.ts'
import { importFiles } from './import/import-files.ts'
import { readPodcast } from './podcast-script/read-podcast.ts'

const { interchange } = operations

/** What writes each format: a new one is a file in `export/` and a line here. */
const writers = { source: exportModuleSource, podcast: exportPodcastDraft }

type Needs = {
  projects: { get: (handle: string) => ProjectAccess }
  media: MediaAccess
  podcasts: PodcastAccess
}

/** The operations of `interchange.*`. */
export function interchangeHandlers({ projects, media, podcasts }: Needs) {
  return {
    import: interchange.import.handler(({ input, signal }) =>
      importFiles({ project: projects.get(input.project), media, paths: input.paths, signal }),
    ),
    export: interchange.export.handler(({ input: { project, format, ...rest }, signal }) =>
      writers[format]({ ...rest, project: projects.get(project), signal }),
    ),
    podcastFeed: interchange.podcastFeed.handler(({ input }) => addToFeed(input)),
    seriesFeed: interchange.seriesFeed.handler(({ input: { project, ...request }, signal }) =>
      writeSeriesFeed({ project: projects.get(project), podcasts }, request, signal),
    ),
    readPodcast: interchange.readPodcast.handler(({ input }) => readPodcast(input.path)),
  }
}
