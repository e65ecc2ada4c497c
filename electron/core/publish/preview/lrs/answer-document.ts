import type { Documents, StoredDocument } from './documents.ts'

/** What names a document, beside its kind; of the agent there is only one. */
const names = ['activityId', 'registration', 'stateId', 'profileId']

/** The key of a document: its kind and its names, readable enough to be shown. */
export function documentKey(path: string, query: URLSearchParams): string {
  return [path, ...names.map((name) => query.get(name) ?? '')].join('|')
}

/** State and profile resources of xAPI 1.0.3 (part three, sections 2.2 to 2.7). */
export async function answerDocument(
  request: Request,
  path: string,
  documents: Documents,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  const nameOfOne = path === 'activities/state' ? 'stateId' : 'profileId'
  const name = query.get(nameOfOne)
  if (name === null) return answerAll(request, path, query, nameOfOne, documents)
  const key = documentKey(path, query)
  const before = documents.get(key)
  if (request.method === 'GET') {
    if (!before) return new Response('There is no such document.', { status: 404 })
    return new Response(before.body, { headers: { 'content-type': before.type, etag: before.etag } })
  }
  const conflict = path === 'activities/state' ? null : conflictOf(request, before)
  if (conflict) return conflict
  const type = request.headers.get('content-type') ?? 'application/octet-stream'
  switch (request.method) {
    case 'PUT':
      documents.set(key, await request.text(), type)
      return done()
    case 'POST':
      return documents.merge(key, await request.text(), type)
        ? done()
        : new Response('Only JSON objects can be merged.', { status: 400 })
    case 'DELETE':
      documents.remove(key)
      return done()
    default:
      return new Response('A document takes GET, PUT, POST and DELETE.', { status: 405 })
  }
}

/** Without a name: the names of all there are, or, for DELETE, none of them any more. */
function answerAll(
  request: Request,
  path: string,
  query: URLSearchParams,
  nameOfOne: string,
  documents: Documents,
): Response {
  const place = names.indexOf(nameOfOne) + 1
  const parts = (key: string) => key.split('|')
  const isMeant = (key: string) => {
    const wanted = parts(documentKey(path, query))
    return parts(key).every((part, index) => index === place || part === wanted[index])
  }
  const keys = documents
    .entries()
    .map(([key]) => key)
    .filter(isMeant)
  if (request.method === 'GET')
    return new Response(JSON.stringify(keys.map((key) => parts(key)[place])), {
      headers: { 'content-type': 'application/json' },
    })
  if (request.method !== 'DELETE') return new Response(`${nameOfOne} is missing.`, { status: 400 })
  for (const key of keys) documents.remove(key)
  return done()
}

/** Profiles are shared: whoever writes one must know what was there (part three, section 3.1). */
function conflictOf(request: Request, before: StoredDocument | null): Response | null {
  const [ifMatch, ifNone] = [request.headers.get('if-match'), request.headers.get('if-none-match')]
  if (ifMatch !== null)
    return before?.etag === ifMatch ? null : new Response('Somebody else changed it.', { status: 412 })
  if (ifNone === '*' && before) return new Response('It is there already.', { status: 412 })
  if (before && ifNone === null && request.method === 'PUT')
    return new Response('If-Match or If-None-Match is missing.', { status: 409 })
  return null
}

function done(): Response {
  return new Response(null, { status: 204 })
}
