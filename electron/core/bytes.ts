import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'

/** Part of a file: from byte `start` to byte `end`, both included. */
type Slice = { start: number; end: number }

/** Large enough that a stream of media costs few turns, small enough that a seek throws little away. */
const chunkBytes = 256 * 1024

/**
 * Answers a GET or HEAD with a file's bytes: all of it, or the one range asked for (RFC 9110, section 14), read no faster
 * than it is taken. `headers` are the caller's own, the media type among them; when there is an `etag`, conditional requests
 * are honoured by it. 404 when the file is not there any more.
 */
export async function fileResponse(
  request: Request,
  { path, bytes }: { path: string; bytes: number },
  headers: Record<string, string>,
): Promise<Response> {
  const found = await stat(path).catch(() => null)
  if (found?.size !== bytes) return new Response('The file is not there any more.\n', { status: 404 })
  if (isUnchanged(request, headers.etag)) return new Response(null, { status: 304, headers })
  const slice = isStillMeant(request, headers.etag) ? sliceOf(request.headers.get('range'), bytes) : null
  if (slice === 'unsatisfiable')
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${bytes}` } })
  const { start, end } = slice ?? { start: 0, end: bytes - 1 }
  const length = end - start + 1
  const body =
    request.method === 'HEAD' || length === 0 ? null : streamOf(path, { start, end }, request.signal)
  return new Response(body, {
    status: slice ? 206 : 200,
    headers: {
      ...headers,
      'accept-ranges': 'bytes',
      'content-length': String(length),
      ...(slice && { 'content-range': `bytes ${start}-${end}/${bytes}` }),
    },
  })
}

function isUnchanged(request: Request, etag: string | undefined): boolean {
  const known = request.headers.get('if-none-match')
  if (!etag || known === null) return false
  return known.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
}

/** With `If-Range`, a range is meant only for the file the asker already has the beginning of. */
function isStillMeant(request: Request, etag: string | undefined): boolean {
  const expected = request.headers.get('if-range')
  return expected === null || expected.trim() === etag
}

/**
 * The range a header asks for; null for all of the file, which is also the right answer to a header we do not understand
 * or that asks for several ranges.
 */
function sliceOf(header: string | null, bytes: number): Slice | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? []
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), bytes)
    return length === 0 ? 'unsatisfiable' : { start: bytes - length, end: bytes - 1 }
  }
  const start = Number(first)
  const end = last === '' ? bytes - 1 : Math.min(Number(last), bytes - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= bytes ? 'unsatisfiable' : { start, end }
}

function streamOf(path: string, { start, end }: Slice, signal: AbortSignal): ReadableStream<Uint8Array> {
  const file = createReadStream(path, { start, end, signal, highWaterMark: chunkBytes })
  return Readable.toWeb(file, { strategy: { highWaterMark: 1 } }) as ReadableStream<Uint8Array>
}
