import { randomUUID } from 'node:crypto'
import type { Bundle, TrackingKind } from '../../../../shared/bundle/format.ts'
import type { PreparedAttempt } from '../../../../shared/bundle/preview-messages.ts'
import { documentKey } from './lrs/answer-document.ts'
import type { LrsState } from './lrs/types.ts'

const site = 'https://preview.invalid/'

/** The activity as this LMS calls it; cmi5's LMSs use ids of their own, and so does this one. */
export function activityOf({ id }: Bundle): string {
  return `${site}modules/${encodeURIComponent(id)}`
}

const actor = { objectType: 'Agent', account: { homePage: site, name: 'preview-learner' } }

type Launch = { bundle: Bundle; base: string; authorization: string; registration: string }

/**
 * The module's address with its launch parameters: cmi5 (section 8.1), or the usual ones of xAPI packages. The address of
 * the token is another one in each visit: pages know by it whether they have the token already.
 */
export function launchAddress(
  format: TrackingKind,
  { bundle, base, authorization, registration }: Launch,
): string {
  const endpoint = new URL('lrs/', base).href
  const common = { endpoint, actor: JSON.stringify(actor), registration }
  const parameters =
    format === 'cmi5'
      ? { ...common, fetch: `${endpoint}fetch?visit=${randomUUID()}`, activityId: activityOf(bundle) }
      : { ...common, auth: authorization, activity_id: activityOf(bundle) }
  return `index.html?${new URLSearchParams(parameters).toString()}`
}

function stateKey(state: LrsState, bundle: Bundle, stateId: string): string {
  const query = new URLSearchParams({
    activityId: activityOf(bundle),
    registration: state.registration,
    stateId,
  })
  return documentKey('activities/state', query)
}

/** What a cmi5 LMS writes before it opens the module (section 10). */
export function seedVisit(
  state: LrsState,
  { bundle, mastery, isReview }: { bundle: Bundle; mastery: number | null; isReview: boolean },
): void {
  const data = {
    contextTemplate: {
      contextActivities: { grouping: [{ objectType: 'Activity', id: `${activityOf(bundle)}/course` }] },
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': randomUUID() },
    },
    launchMode: isReview ? 'Review' : 'Normal',
    launchMethod: 'AnyWindow',
    moveOn: mastery === null ? 'Completed' : 'CompletedOrPassed',
    ...(mastery === null ? {} : { masteryScore: mastery }),
  }
  state.documents.set(stateKey(state, bundle, 'LMS.LaunchData'), JSON.stringify(data), 'application/json')
}

/** What the player had saved of an attempt, as its tracker keeps it (`renderer/player/tracking/xapi/state.ts`). */
export function seedAttempt(state: LrsState, bundle: Bundle, { packed, step }: PreparedAttempt): void {
  const document = JSON.stringify({ packed, step, marks: {} })
  state.documents.set(stateKey(state, bundle, 'morsel'), document, 'application/json')
}
