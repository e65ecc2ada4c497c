import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { brokenRule } from './cmi5-rules.ts'
import { json, refuse } from './answers.ts'
import { faultOf, isObject, type Statement } from './statement.ts'
import type { LrsSettings, LrsState } from './types.ts'

/** The statements resource of xAPI 1.0.3 (part three, section 2.1), for one learner. */
export async function answerStatements(
  request: Request,
  state: LrsState,
  settings: LrsSettings,
): Promise<Response> {
  const query = new URL(request.url).searchParams
  if (request.method === 'GET') return find(query, state)
  if (request.method !== 'PUT' && request.method !== 'POST')
    return refuse(405, 'Statements take GET, PUT and POST.')
  let sent: unknown
  try {
    sent = JSON.parse(await request.text())
  } catch {
    return refuse(400, 'This is not JSON.')
  }
  const id = query.get('statementId')
  if (request.method === 'PUT') {
    if (id === null) return refuse(400, 'statementId is missing.')
    if (isObject(sent) && sent.id !== undefined && sent.id !== id)
      return refuse(400, 'The statement’s id is not the one in the address.')
  }
  const withIds = (Array.isArray(sent) ? sent : [sent]).map((one: unknown) =>
    isObject(one) && one.id === undefined ? { ...one, id: id ?? randomUUID() } : one,
  )
  const refusal = take(withIds, state, settings)
  if (refusal) return refusal
  if (request.method === 'PUT') return new Response(null, { status: 204 })
  return json(
    200,
    withIds.map((one) => (isObject(one) ? one.id : null)),
  )
}

/** All of a request or nothing, as xAPI asks. */
function take(sent: unknown[], state: LrsState, settings: LrsSettings): Response | null {
  const before = state.statements.length
  const undo = (response: Response) => {
    state.statements.length = before
    return response
  }
  for (const data of sent) {
    const fault = faultOf(data)
    if (fault) return undo(refuse(400, fault))
    const statement = data as Statement
    const known = state.statements.find(({ id }) => id === statement.id)
    if (known) {
      const { stored: _stored, ...asSent } = known
      if (isDeepStrictEqual(asSent, statement)) continue
      return undo(refuse(409, 'Another statement has this id.'))
    }
    const { isStrict, lms } = settings.conditions()
    const broken =
      settings.isCmi5 && isStrict
        ? brokenRule(statement, {
            inVisit: state.statements.slice(state.visitBegins),
            inRegistration: state.statements,
            mastery: settings.mastery,
            isReview: lms === 'review',
          })
        : null
    if (broken) return undo(refuse(403, broken))
    state.statements.push({ ...statement, stored: new Date().toISOString() })
  }
  return null
}

function find(query: URLSearchParams, { statements }: LrsState): Response {
  const id = query.get('statementId')
  if (id !== null) {
    const found = statements.find((statement) => statement.id === id)
    return found ? json(200, found) : refuse(404, 'There is no such statement.')
  }
  const [verb, activity, registration] = ['verb', 'activity', 'registration'].map((name) => query.get(name))
  const found = statements.filter(
    (statement) =>
      (!verb || statement.verb.id === verb) &&
      (!activity || statement.object.id === activity) &&
      (!registration || statement.context?.registration === registration),
  )
  const newestFirst = query.get('ascending') === 'true' ? found : found.toReversed()
  const limit = Number(query.get('limit')) || newestFirst.length
  return json(200, { statements: newestFirst.slice(0, limit), more: '' })
}
