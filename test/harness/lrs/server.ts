import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Statement } from '../../../renderer/player/tracking/xapi/statement.ts'
import { createDocuments } from './documents.ts'
import { statementService } from './statements.ts'

/** What an LMS says of a launch. */
export type LaunchOptions = {
  /** The learner's enrolment; launches of one share what is kept. */
  registration: string
  learner?: string
  masteryScore?: number
  launchMode?: 'Normal' | 'Browse' | 'Review'
  returnURL?: string
  preferences?: { languagePreference: string; audioPreference: 'on' | 'off' }
}

/** One request to the LRS, in the order in which they came. */
export type LrsRequest = {
  method: string
  resource: string
  stateId: string | null
  session: string | null
  status: number
}

export type Lrs = {
  origin: string
  /** Prepares a cmi5 launch as an LMS does; answers its session's id and the query that the page is opened with. */
  launchCmi5: (options: LaunchOptions) => { session: string; query: string }
  /** A launch of a “Tin Can” package. */
  launchXapi: (options: LaunchOptions) => string
  /** What was stored, in its order; of one session, or of all. */
  statements: (session?: string) => Statement[]
  /** The state document of ours. */
  state: (registration: string, learner?: string) => { packed: string; marks: object } | null
  requests: LrsRequest[]
  /** What is wrong with the LRS at the moment; refuses what the function answers a status for. */
  faults: { refuse: ((request: { method: string; resource: string }) => number | null) | null }
  close: () => Promise<void>
}

export const activity = 'https://lms.example/activity/17'
export const publisherId = 'https://modules.example/price'
const sessionExtension = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'

const actorOf = (learner = 'learner-1') => ({
  objectType: 'Agent',
  account: { homePage: 'https://lms.example', name: learner },
})

/** An LMS with an LRS on 127.0.0.1: Learning Locker's for statements; state, profiles and `fetch` are our own. */
export async function startLrs(): Promise<Lrs> {
  const service = statementService()
  const documents = createDocuments()
  /** By token: whose requests they are. */
  const sessions = new Map<string, { id: string; hasEnded: boolean }>()
  const unfetched = new Map<string, string>()
  const requests: LrsRequest[] = []
  const faults: Lrs['faults'] = { refuse: null }
  let turn: Promise<unknown> = Promise.resolve()

  const ofSession = (id: string) =>
    service.statements().filter(({ context }) => context.extensions?.[sessionExtension] === id)
  const hasEnded = (id: string) => ofSession(id).some(({ verb }) => verb.id.endsWith('/verbs/terminated'))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://lrs')
    const method = request.method ?? ''
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*')
    response.setHeader(
      'access-control-allow-headers',
      request.headers['access-control-request-headers'] ?? '*',
    )
    response.setHeader('access-control-allow-methods', 'GET, PUT, POST, DELETE')
    response.setHeader('access-control-max-age', '600')
    if (method === 'OPTIONS') return void response.writeHead(204).end()
    const resource = pathname.replace(/^\/(xAPI\/)?/, '')
    const entry: LrsRequest = {
      method,
      resource,
      stateId: searchParams.get('stateId'),
      session: null,
      status: 0,
    }
    requests.push(entry)
    response.once('finish', () => {
      entry.status = response.statusCode
    })
    const refusal = faults.refuse?.({ method, resource })
    if (refusal) return void response.writeHead(refusal).end()
    if (pathname.startsWith('/fetch/')) return fetchToken(pathname, method, response)
    const authorization = (request.headers.authorization ?? '').replace(/^Basic /, '')
    const session = sessions.get(authorization)
    if (!session) return void response.writeHead(401).end()
    entry.session = session.id
    if (request.headers['x-experience-api-version'] === undefined) return void response.writeHead(400).end()
    if (resource === 'statements') {
      // 9.3.8.0-4: what comes after the end of a session is rejected.
      if (method !== 'GET' && session.id !== '' && hasEnded(session.id))
        return void response.writeHead(403).end()
      // One after the other: two requests with one statement must not both find that it is new.
      turn = turn.then(
        () =>
          new Promise((resolve) => {
            response.once('close', resolve)
            service.app(request, response, () => response.writeHead(404).end())
          }),
      )
      return
    }
    if (method !== 'GET' && entry.stateId === 'LMS.LaunchData') return void response.writeHead(403).end()
    await documents.answer(request, response, resource, searchParams)
  }

  function fetchToken(pathname: string, method: string, response: ServerResponse): void {
    const key = pathname.slice('/fetch/'.length)
    const token = method === 'POST' ? unfetched.get(key) : undefined
    unfetched.delete(key)
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(
        JSON.stringify(
          token
            ? { 'auth-token': token }
            : { 'error-code': '1', 'error-text': 'The token was fetched already' },
        ),
      )
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    origin,
    requests,
    faults,
    launchCmi5({ registration, learner, masteryScore, launchMode = 'Normal', returnURL, preferences }) {
      const [session, token, key] = [randomUUID(), randomUUID(), randomUUID()]
      sessions.set(token, { id: session, hasEnded: false })
      unfetched.set(key, token)
      const actor = JSON.stringify(actorOf(learner))
      documents.put(
        'activities/state',
        { activityId: activity, agent: actor, registration, stateId: 'LMS.LaunchData' },
        {
          contextTemplate: {
            contextActivities: { grouping: [{ id: publisherId }] },
            extensions: { [sessionExtension]: session },
          },
          launchMode,
          moveOn: 'CompletedAndPassed',
          ...(masteryScore !== undefined && { masteryScore }),
          ...(returnURL && { returnURL }),
        },
      )
      if (preferences)
        documents.put('agents/profile', { agent: actor, profileId: 'cmi5LearnerPreferences' }, preferences)
      const query = new URLSearchParams({
        endpoint: `${origin}/xAPI`,
        fetch: `${origin}/fetch/${key}`,
        actor,
        registration,
        activityId: activity,
      })
      return { session, query: `?${query.toString()}` }
    },
    launchXapi({ registration, learner }) {
      const token = randomUUID()
      sessions.set(token, { id: '', hasEnded: false })
      const query = new URLSearchParams({
        endpoint: `${origin}/xAPI/`,
        auth: `Basic ${token}`,
        actor: JSON.stringify(actorOf(learner)),
        registration,
        activity_id: activity,
      })
      return `?${query.toString()}`
    },
    statements: (session) => (session === undefined ? service.statements() : ofSession(session)),
    state: (registration, learner) =>
      documents.get('activities/state', {
        activityId: activity,
        agent: JSON.stringify(actorOf(learner)),
        registration,
        stateId: 'morsel',
      }) as ReturnType<Lrs['state']>,
    close: () =>
      new Promise((resolve) => {
        service.close()
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
