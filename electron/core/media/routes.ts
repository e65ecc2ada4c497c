import { Hono } from 'hono'
import mime from 'mime'
import { errorTable, StudioError } from '../../../shared/errors.ts'
import { fileResponse } from '../bytes.ts'
import type { ProjectAccess, StoredFile } from '../domains.ts'
import type { Ports } from '../ports.ts'
import { commitAsset } from './assets.ts'
import type { Media } from './media.ts'
import type { Podcasts } from './podcast/podcasts.ts'
import { sayLine } from './podcast-step/say.ts'

type Needs = {
  projects: { get: (handle: string) => ProjectAccess }
  media: Media
  podcasts: Pick<Podcasts, 'say' | 'sound'>
  ports: Pick<Ports, 'log'>
}

/**
 * The byte routes of media, to be mounted on `/media`:
 * - `POST /:project/import?name=NAME`: the raw bytes of a new asset; answers the asset as JSON. `mergeKey` and `by` as in
 *   `media.importFile`.
 * - `GET` and `HEAD /:project/:sha256`: the original, whole or by one range.
 * - `GET /:project/:sha256/frame?at=SECONDS`: a JPEG of one frame; the last one for a moment after the end.
 * - `GET /:project/sound/:name?from=SECONDS&seconds=SECONDS`: a sound of an episode that was laid out, or a part of it, a WAV.
 * - `GET /:project/line?step=ID&number=NUMBER`: a line of a podcast step as its voice says it, a WAV.
 *
 * Originals are asked for by their content and not by their record: an undo may take a record away while a page still
 * loads what it showed, and a redo bring it back.
 *
 * A failure answers `{ code, message, details }` with the error's status. Only the studio page may read these.
 */
export function mediaRoutes({ projects, media, podcasts, ports }: Needs): Hono {
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

  routes.get('/:project/line', async (context) => {
    const project = projects.get(context.req.param('project'))
    const line = { step: context.req.query('step') ?? '', number: Number(context.req.query('number')) }
    const wav = await sayLine(podcasts, project, line, context.req.raw.signal)
    return new Response(new Uint8Array(wav), {
      headers: {
        'content-type': 'audio/wav',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  routes.get('/:project/sound/:name{[0-9a-f]{64}}', async (context) => {
    projects.get(context.req.param('project'))
    const name = context.req.param('name')
    const [from, seconds] = [context.req.query('from'), context.req.query('seconds')]
    const wav = await podcasts.sound(name, {
      from: from === undefined ? 0 : secondsIn(from),
      seconds: seconds === undefined ? null : secondsIn(seconds),
    })
    if (!wav) throw new StudioError('file-missing', { path: name })
    return new Response(new Uint8Array(wav), {
      headers: {
        'content-type': 'audio/wav',
        // Named by what it was made from.
        'cache-control': 'private, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      },
    })
  })

  routes.get('/:project/:sha256', async (context) => {
    const project = projects.get(context.req.param('project'))
    const file = originalOf(project, context.req.param('sha256'))
    const mediaType = mime.getType(file.extension) ?? 'application/octet-stream'
    return bytesOf(context.req.raw, project, file, mediaType)
  })

  routes.get('/:project/:sha256/frame', async (context) => {
    const project = projects.get(context.req.param('project'))
    const original = originalOf(project, context.req.param('sha256'))
    const recording = { ...original, name: 'The recording', seconds: null }
    const frame = await media.frame(
      project,
      recording,
      secondsIn(context.req.query('at')),
      context.req.raw.signal,
    )
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

function originalOf(project: ProjectAccess, sha256: string): StoredFile {
  const file = project.file(sha256)
  if (!file) throw new StudioError('file-missing', { path: `${project.path}/media/${sha256}` })
  return file
}

function secondsIn(at: string | undefined): number {
  const seconds = Number(at || Number.NaN)
  if (seconds >= 0 && Number.isFinite(seconds)) return seconds
  throw new StudioError('invalid-input', { what: 'A moment must be a number of seconds.' })
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
