import { Hono } from 'hono'
import { errorTable, StudioError } from '../../../shared/errors.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import { fileResponse } from '../bytes.ts'
import type { ProjectAccess, StoredFile } from '../domains.ts'
import type { Ports } from '../ports.ts'
import { commitAsset, fileOf } from './assets.ts'
import type { Media } from './media.ts'

type Needs = {
  projects: { get: (handle: string) => ProjectAccess }
  media: Media
  ports: Pick<Ports, 'log'>
}

/**
 * The byte routes of media, to be mounted on `/media`:
 * - `POST /:project/import?name=NAME`: the raw bytes of a new asset; answers the asset as JSON. `mergeKey` and `by` as in
 *   `media.importFile`.
 * - `GET` and `HEAD /:project/:asset`: the original, whole or by one range.
 * - `GET /:project/:asset/frame?at=SECONDS`: a JPEG of one frame.
 *
 * A failure answers `{ code, message, details }` with the error's status. Only the studio page may read these.
 */
export function mediaRoutes({ projects, media, ports }: Needs): Hono {
  const routes = new Hono()

  routes.post('/:project/import', async (context) => {
    const { body, headers, signal } = context.req.raw
    const project = projects.get(context.req.param('project'))
    const name = context.req.query('name') ?? ''
    if (!body) throw new StudioError('file-empty', { name: name || 'The file' })
    const length = Number(headers.get('content-length') ?? Number.NaN)
    const size = Number.isSafeInteger(length) ? length : null
    for await (const event of media.takeStream(project, name, body, size, signal)) {
      if (event.type !== 'done') continue
      commitAsset(project, event.result, `Import ${event.result.name}`, {
        mergeKey: context.req.query('mergeKey'),
        by: context.req.query('by'),
      })
      return context.json(event.result)
    }
    throw new Error('The import ended without a result')
  })

  routes.get('/:project/:asset', async (context) => {
    const project = projects.get(context.req.param('project'))
    const asset = project.require('asset', context.req.param('asset'))
    return bytesOf(context.req.raw, project, fileOf(project, asset), asset.mediaType)
  })

  routes.get('/:project/:asset/frame', async (context) => {
    const project = projects.get(context.req.param('project'))
    const asset = project.require('asset', context.req.param('asset'))
    const seconds = secondsIn(context.req.query('at'), asset)
    const frame = await media.frame(project, asset, seconds, context.req.raw.signal)
    return bytesOf(context.req.raw, project, frame, 'image/jpeg')
  })

  routes.onError((error) => {
    const known: StudioError =
      error instanceof StudioError ? error : new StudioError('internal', { operation: 'media' })
    ports.log(`media failed: ${known.code} ${known === error ? known.message : error.stack}`)
    const { code, message, details } = known
    return Response.json(
      { code, message, details },
      { status: errorTable[known.code].status, headers: { 'cache-control': 'no-store' } },
    )
  })
  return routes
}

function secondsIn(at: string | undefined, asset: Asset): number {
  const seconds = Number(at || Number.NaN)
  if (seconds >= 0 && Number.isFinite(seconds)) return seconds
  throw new StudioError('invalid-input', { what: `The moment of ${asset.name} must be a number of seconds.` })
}

/** The bytes are named by their hash, so they never change; nothing in them may run, whatever it claims to be. */
function bytesOf(
  request: Request,
  project: ProjectAccess,
  file: StoredFile,
  mediaType: string,
): Promise<Response> {
  const source = { path: project.filePath(file), bytes: file.bytes }
  return fileResponse(request, source, {
    'content-type': mediaType,
    etag: `"${file.sha256}"`,
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
}
