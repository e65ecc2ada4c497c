import { checkModule } from '../../../shared/model/rules/index.ts'
import type { MediaAccess, ProjectAccess } from '../domains.ts'
import { operations } from '../implement.ts'
import { type Ports, publishedFolder } from '../ports.ts'
import type { Previews } from './preview/previews.ts'
import { openPreview } from './preview/open.ts'
import { publishModule } from './publish.ts'

const { publish } = operations

type PublishNeeds = {
  projects: { get: (handle: string) => ProjectAccess }
  media: MediaAccess
  ports: Pick<Ports, 'paths' | 'previewOrigin' | 'verification'>
  previews: Previews
}

/** The operations of `publish.*`. */
export function publishHandlers({ projects, media, ports, previews }: PublishNeeds) {
  const { built } = ports.paths
  const published = publishedFolder(ports.paths)
  return {
    module: publish.module.handler(({ input, signal }) => {
      const project = projects.get(input.project)
      // Some rules look at the LMS the project is made for.
      const check: typeof checkModule = (records, module) =>
        checkModule([...records, ...project.recordsOf('project')], module)
      return publishModule(
        project,
        input,
        { media, check, built, published, verification: ports.verification },
        signal ?? never(),
      )
    }),
    preview: publish.preview.handler(({ input, signal }) =>
      openPreview(
        projects.get(input.project),
        input,
        { media, previews, built, origin: ports.previewOrigin() },
        signal ?? never(),
      ),
    ),
    closePreview: publish.closePreview.handler(({ input }) => previews.close(input.preview)),
  }
}

/** For callers that never cancel. */
function never(): AbortSignal {
  return new AbortController().signal
}
