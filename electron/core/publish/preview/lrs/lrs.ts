import { randomBytes, randomUUID } from 'node:crypto'
import { answerDocument } from './answer-document.ts'
import { answerStatements } from './answer-statements.ts'
import { json, refuse } from './answers.ts'
import { createDocuments } from './documents.ts'
import type { LrsCall, LrsSettings, LrsState } from './types.ts'

export type Lrs = {
  state: () => LrsState
  /** Forgets all: another learner. */
  forget: () => void
  /** A new visit: what the one before was given is worth nothing any more. Answers the authorization for xAPI launches. */
  open: () => string
  /** Ends the visit: nothing more of it counts. */
  cut: () => void
  /** Answers what is below the LRS's address; `path` starts without a slash. */
  fetch: (request: Request, path: string) => Promise<Response>
}

/** How long a slow LMS takes for every answer, in milliseconds. */
const slowAnswer = 1500

/** An xAPI record store for one preview: in memory, for one learner, with cmi5's fetch. */
export function createLrs(settings: LrsSettings): Lrs {
  let state = emptyState()
  let token: string | null = null
  let isFetched = false

  async function answer(request: Request, path: string): Promise<Response> {
    if (path === 'fetch') return answerFetch(request)
    if (token === null || request.headers.get('authorization') !== `Basic ${token}`)
      return refuse(401, 'The authorization is not one of this visit.')
    if (request.headers.get('x-experience-api-version') === null)
      return refuse(400, 'The header X-Experience-API-Version is missing.')
    if (path === 'statements') return answerStatements(request, state, settings)
    if (/^(activities\/(state|profile)|agents\/profile)$/.test(path))
      return answerDocument(request, path, state.documents)
    if (path === 'about') return json(200, { version: ['1.0.3'] })
    return refuse(404, 'An LRS has nothing at this address.')
  }

  /** cmi5, section 8.2: once; failures are 200 with an error code. */
  function answerFetch(request: Request): Response {
    if (request.method !== 'POST') return refuse(405, 'The token is fetched by POST.')
    if (token === null || isFetched)
      return json(200, { 'error-code': '1', 'error-text': 'The token was fetched already.' })
    isFetched = true
    return json(200, { 'auth-token': token })
  }

  return {
    state: () => state,
    forget() {
      state = emptyState()
      token = null
    },
    open() {
      token = Buffer.from(`preview:${randomBytes(18).toString('base64url')}`).toString('base64')
      isFetched = false
      state.visitBegins = state.statements.length
      return `Basic ${token}`
    },
    cut() {
      token = null
    },
    async fetch(request, path) {
      const visit = token
      const body = await request.text()
      const { lms, network } = settings.conditions()
      if (lms === 'slow') await new Promise((resolve) => setTimeout(resolve, slowAnswer))
      // The tab may have been closed while the request was on its way.
      if (visit !== token) return refuse(401, 'The authorization is not one of this visit.')
      const isWriting = request.method !== 'GET' && path !== 'fetch'
      const failure =
        network === 'offline'
          ? refuse(503, 'The network is gone.')
          : lms === 'refuses' && isWriting
            ? refuse(500, 'The LMS could not save.')
            : null
      const copy = new Request(request.url, {
        method: request.method,
        headers: request.headers,
        ...(body === '' ? {} : { body }),
      })
      const response = failure ?? (await answer(copy, path))
      for (const call of callsOf(request, path, body, response.status, await response.clone().text()))
        settings.onCall(call)
      return response
    },
  }
}

function emptyState(): LrsState {
  return { registration: randomUUID(), documents: createDocuments(), statements: [], visitBegins: 0 }
}

/** A request in the log: one line for each statement it carries. */
function callsOf(request: Request, path: string, body: string, status: number, answer: string): LrsCall[] {
  const query = new URL(request.url).searchParams
  const isFine = status < 400 || (status === 404 && request.method === 'GET')
  const common = {
    method: `${request.method} ${path}`,
    result: `${status}${answer === '' ? '' : ` ${answer}`}`,
    error: isFine ? '0' : String(status),
  }
  if (path !== 'statements' || request.method === 'GET')
    return [{ ...common, element: query.get('stateId') ?? query.get('profileId') ?? '', value: body }]
  try {
    const sent: unknown = JSON.parse(body)
    return (Array.isArray(sent) ? sent : [sent]).map((statement) => ({
      ...common,
      element: 'statement',
      value: JSON.stringify(statement),
    }))
  } catch {
    return [{ ...common, element: 'statement', value: body }]
  }
}
