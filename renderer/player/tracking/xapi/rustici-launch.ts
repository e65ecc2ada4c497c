import type { Bundle } from '../../../../shared/bundle/format.ts'
import { openClient, parsed } from './client.ts'
import { field, type Launch } from './launch.ts'

/** The launch as Rustici's “Tin Can” packages have it: everything in the page's query. Null when there is none. */
export async function rusticiLaunch(window: Window, bundle: Bundle): Promise<Launch | null> {
  const query = new URLSearchParams(window.location.search)
  const endpoint = query.get('endpoint')
  const actor = actorOf(parsed(query.get('actor') ?? ''))
  if (!endpoint || !actor) return null
  const registration = query.get('registration')
  const platform = query.get('activity_platform')
  return {
    client: openClient(window, endpoint, query.get('auth') ?? ''),
    actor,
    activity: query.get('activity_id') ?? `urn:morsel:${encodeURIComponent(bundle.id)}`,
    registration,
    template: { ...(registration && { registration }), ...(platform && { platform }) },
    isCmi5: false,
    isReadOnly: false,
    masteryScore: null,
    returnUrl: null,
    session: null,
  }
}

/** The learner as xAPI 1.0 writes them; older launches send each property as a list, and accounts by other names. */
function actorOf(sent: unknown): unknown {
  if (typeof sent !== 'object' || sent === null) return null
  const actor: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(sent)) {
    const one: unknown = Array.isArray(value) ? value[0] : value
    const homePage = field(one, 'accountServiceHomePage')
    actor[name] = homePage ? { homePage, name: field(one, 'accountName') } : one
  }
  return actor
}
