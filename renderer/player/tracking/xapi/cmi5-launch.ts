import { isStored, openClient, parsed, request } from './client.ts'
import { attemptParameters, field, type Launch, tabSession, wordsOrNull } from './launch.ts'
import type { Context } from './statement.ts'

/** Milliseconds before a server that had a fault of its own is asked once more. */
const pause = 1500

/** The launch by cmi5's rules (sections 8, 10 and 11); null when this is none, or when the LMS lets nobody in. */
export async function cmi5Launch(window: Window): Promise<Launch | null> {
  const query = new URLSearchParams(window.location.search)
  const endpoint = query.get('endpoint')
  const fetchUrl = query.get('fetch')
  const activity = query.get('activityId')
  const actor = parsed(query.get('actor') ?? '')
  const registration = query.get('registration')
  if (!endpoint || !fetchUrl || !activity || !actor) return null
  const session = tabSession(window, `morsel:${fetchUrl}`)
  // The address gives its token once only; a page that is loaded again has it already.
  const token = session.get().token ?? (await fetchToken(window, fetchUrl))
  if (!token) return null
  session.set({ token })
  const client = openClient(window, endpoint, `Basic ${token}`)
  const attempt = { actor, activity, registration }
  const { body, status } = await client('GET', 'activities/state', {
    ...attemptParameters(attempt),
    stateId: 'LMS.LaunchData',
  })
  if (!isStored(status)) return null
  const preferences = await client('GET', 'agents/profile', {
    agent: JSON.stringify(actor),
    profileId: 'cmi5LearnerPreferences',
  })
  if (field(preferences.body, 'audioPreference') === 'off') mute(window)
  const masteryScore = field(body, 'masteryScore')
  return {
    ...attempt,
    client,
    template: { ...(registration && { registration }), ...(field(body, 'contextTemplate') as Context) },
    isCmi5: true,
    isReadOnly: /^(browse|review)$/i.test(wordsOrNull(field(body, 'launchMode')) ?? ''),
    masteryScore: typeof masteryScore === 'number' ? masteryScore : null,
    returnUrl: wordsOrNull(field(body, 'returnURL')),
    session,
  }
}

/** The one-time token; null when it is refused: used already (1) or not allowed (2). A fault of the server (3) may pass. */
async function fetchToken(window: Window, url: string, isAgain = false): Promise<string | null> {
  const { body } = await request(window, url, { method: 'POST' })
  const token = wordsOrNull(field(body, 'auth-token'))
  if (token || isAgain || /^[12]$/.test(String(field(body, 'error-code')))) return token
  await new Promise((resolve) => {
    window.setTimeout(resolve, pause)
  })
  return fetchToken(window, url, true)
}

/** Recordings begin without sound, as the learner prefers; they can still switch it on. */
function mute(window: Window): void {
  const silence = ({ target }: Event) => Object.assign(target ?? {}, { muted: true })
  window.document.addEventListener('loadedmetadata', silence, { capture: true })
}
