import { randomUUID } from 'node:crypto'

type Statement = {
  id?: unknown
  actor?: unknown
  verb?: { id?: unknown }
  object?: { id?: unknown }
  context?: { registration?: unknown; contextActivities?: { category?: { id?: unknown }[] } }
  timestamp?: unknown
}

/** A record store for one learner's one visit, in memory: as much of xAPI as a launched module needs. */
export type Lrs = {
  /** The launch's query, without the question mark. */
  query: (kind: 'cmi5' | 'xapi', origin: string) => string
  /** Answers everything below `/xapi/`; null for anything else. */
  answer: (request: Request) => Promise<Response | null>
  /** The names of the verbs told, in order, of the module itself. */
  told: () => string[]
  /** What was asked for wrongly, one sentence each. */
  problems: string[]
}

const categories = 'https://w3id.org/xapi/cmi5/context/categories/'
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i

export function createLrs({
  activity,
  masteryScore,
}: {
  activity: string
  masteryScore: number | null
}): Lrs {
  const registration = randomUUID()
  const token = Buffer.from(`learner:${randomUUID()}`).toString('base64')
  const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'learner-1' } }
  const states = new Map<string, string>()
  const statements: Statement[] = []
  const problems: string[] = []
  let isTokenGiven = false
  /** cmi5 players name the module by an id of their own. */
  let launched = activity

  function launchData(): string {
    return JSON.stringify({
      contextTemplate: {
        registration,
        contextActivities: { grouping: [{ id: activity }] },
        extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' },
      },
      launchMode: 'Normal',
      moveOn: 'CompletedOrPassed',
      ...(masteryScore !== null && { masteryScore }),
    })
  }

  function refuse(status: number, problem: string): Response {
    problems.push(problem)
    return new Response(problem, { status })
  }

  async function state(request: Request, url: URL): Promise<Response> {
    const id = url.searchParams.get('stateId') ?? ''
    if (url.searchParams.get('activityId') !== launched || !url.searchParams.get('agent'))
      return refuse(400, `The state ${id} was asked for without its activity or its learner.`)
    if (request.method === 'GET') {
      const words = id === 'LMS.LaunchData' ? launchData() : states.get(id)
      return words === undefined ? new Response(null, { status: 404 }) : Response.json(JSON.parse(words))
    }
    if (id === 'LMS.LaunchData') return refuse(403, 'The module wrote over the LMS’s own launch data.')
    states.set(id, await request.text())
    return new Response(null, { status: 204 })
  }

  async function take(request: Request): Promise<Response> {
    const sent = (await request.json()) as Statement | Statement[]
    const list = Array.isArray(sent) ? sent : [sent]
    for (const statement of list) {
      const problem = problemOf(statement)
      if (problem) return refuse(400, problem)
    }
    for (const statement of list)
      if (!statements.some(({ id }) => id === statement.id)) statements.push(statement)
    return Response.json(list.map(({ id }) => id))
  }

  function problemOf(statement: Statement): string | null {
    const verb = words(statement.verb?.id)
    const what = `A statement (“${verb.split('/').at(-1) ?? ''}”)`
    if (typeof statement.id !== 'string' || !uuid.test(statement.id)) return `${what} has no UUID.`
    if (JSON.stringify(statement.actor) !== JSON.stringify(actor)) return `${what} is about somebody else.`
    if (statement.context?.registration !== registration) return `${what} is of no registration.`
    if (!/^\d{4}-.*(Z|[+-]00:00)$/.test(words(statement.timestamp))) return `${what} has no time in UTC.`
    if (!/^[a-z][a-z0-9+.-]*:/i.test(words(statement.object?.id)))
      return `${what} has an object without an IRI.`
    const isCmi5 = statement.context?.contextActivities?.category?.some(
      ({ id }) => id === `${categories}cmi5`,
    )
    if (isCmi5 && statement.object?.id !== launched)
      return `${what} of cmi5 is not about the launched activity.`
    return null
  }

  return {
    query(kind, origin) {
      const common: Record<string, string> = {
        endpoint: `${origin}/xapi/`,
        actor: JSON.stringify(actor),
        registration,
      }
      launched = kind === 'cmi5' ? `${activity}#launched-1` : activity
      const own: Record<string, string> =
        kind === 'cmi5'
          ? { fetch: `${origin}/xapi/fetch`, activityId: launched }
          : { auth: `Basic ${token}`, activity_id: launched }
      return new URLSearchParams({ ...common, ...own }).toString()
    },
    async answer(request) {
      const url = new URL(request.url)
      const [, resource] = /^\/xapi\/(.+)$/.exec(url.pathname) ?? []
      if (resource === undefined) return null
      if (resource === 'fetch') {
        if (request.method !== 'POST') return refuse(405, 'The token was not fetched with POST.')
        if (isTokenGiven) return Response.json({ 'error-code': '1', 'error-text': 'Given already' })
        isTokenGiven = true
        return Response.json({ 'auth-token': token })
      }
      if (request.headers.get('authorization') !== `Basic ${token}`)
        return refuse(401, `${resource} was asked for without the token.`)
      if (!request.headers.get('x-experience-api-version')?.startsWith('1.0.'))
        return refuse(400, `${resource} was asked for without xAPI’s version.`)
      if (resource === 'activities/state') return state(request, url)
      if (resource === 'agents/profile') return new Response(null, { status: 404 })
      if (resource === 'statements') return take(request)
      return refuse(404, `There is no ${resource} in an LRS.`)
    },
    told: () =>
      statements
        .filter(({ object }) => object?.id === launched)
        .map(({ verb }) => words(verb?.id).split('/').at(-1) ?? ''),
    problems,
  }
}

const words = (value: unknown) => (typeof value === 'string' ? value : '')
