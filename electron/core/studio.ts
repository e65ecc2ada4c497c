import { createRouterClient } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import { join } from 'node:path'
import type { StudioClient } from '../../shared/contract/index.ts'
import { studioPolicy } from './headers.ts'
import { interchangeHandlers } from './interchange/handlers.ts'
import { buildSample } from './interchange/sample.ts'
import { mediaHandlers } from './media/handlers.ts'
import { createMedia } from './media/media.ts'
import { writeTexts } from './media/podcast/make-episode.ts'
import { createPodcasts } from './media/podcast/podcasts.ts'
import { renderStep } from './media/podcast-step/render.ts'
import { mediaRoutes } from './media/routes.ts'
import { type Ports, publishedFolder } from './ports.ts'
import { projectHandlers } from './project/handlers.ts'
import { createProjects } from './project/projects.ts'
import { publishHandlers } from './publish/handlers.ts'
import { createPreviews } from './publish/preview/previews.ts'
import { shellHandlers } from './shell/handlers.ts'
import { blankPage, seekVideo } from './shell/self-test.ts'
import { serveStatic } from './static.ts'

export type Studio = {
  /** Answers the studio page: operations, media, the page's own files. */
  fetch: (request: Request) => Promise<Response>
  /** Answers the previews' own origin, and nothing else. */
  previewFetch: (request: Request) => Promise<Response>
  /** The same operations, in process. */
  client: StudioClient
  /** Closes every project. */
  close: () => Promise<void>
}

/** Wires the domains into one fetch and one in-process client. Shells only mount it. */
export function createStudio(ports: Ports): Studio {
  const projects = createProjects(ports)
  const media = createMedia(ports)
  const podcasts = createPodcasts(ports)
  const previews = createPreviews({ built: ports.paths.built, studioOrigin: ports.studioOrigin })
  const router = {
    shell: shellHandlers(ports, { ffmpeg: media.describeFfmpeg, voices: podcasts.voices }),
    project: projectHandlers({
      projects,
      buildSample: (project, signal) =>
        buildSample({ project, media, folder: join(ports.paths.resources, 'sample'), signal }),
    }),
    media: mediaHandlers({ projects, media, podcasts, published: publishedFolder(ports.paths) }),
    publish: publishHandlers({ projects, media, ports, previews }),
    interchange: interchangeHandlers({
      projects,
      media,
      podcasts: {
        render: (project, step, signal) => renderStep({ podcasts, media }, project, step, signal),
        writeTexts,
      },
    }),
  }
  const rpc = new RPCHandler(router)
  const context = { ports }

  const app = new Hono()
  app.use('/rpc/*', async (request, next) => {
    const { matched, response } = await rpc.handle(request.req.raw, { prefix: '/rpc', context })
    if (matched) return response
    return next()
  })
  app.route('/media', mediaRoutes({ projects, media, podcasts, ports }))
  app.get('/blank.html', () => blankPage())
  app.get('/self-test/seek.mp4', (request) => seekVideo(ports.paths.resources, request.req.raw))
  app.get('*', async (request) => {
    const policy = studioPolicy({ mediaBase: ports.mediaBase(), previewOrigin: ports.previewOrigin() })
    const headers = { 'content-security-policy': policy, 'referrer-policy': 'no-referrer' }
    const page = await serveStatic(
      join(ports.paths.built, 'studio'),
      new URL(request.req.url).pathname,
      headers,
    )
    return page ?? request.text('There is nothing here.\n', 404)
  })

  return {
    fetch: async (request) => app.fetch(request),
    previewFetch: previews.fetch,
    client: createRouterClient(router, { context }) as unknown as StudioClient,
    close: async () => projects.closeAll(),
  }
}
