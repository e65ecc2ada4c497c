import type { Bundle, TrackingKind } from '../../../../shared/bundle/format.ts'
import {
  isOneOf,
  isPreviewConditions,
  type PreviewConditions,
  previewStarts,
  usualConditions,
} from '../../../../shared/bundle/preview-conditions.ts'
import type {
  PreparedAttempt,
  PreviewCall,
  PreviewLaunch,
} from '../../../../shared/bundle/preview-messages.ts'
import { attemptAt } from './attempts.ts'
import { launchAddress, seedAttempt, seedVisit } from './launch-lrs.ts'
import { json } from './lrs/answers.ts'
import { createLrs } from './lrs/lrs.ts'
import { isObject } from './lrs/statement.ts'

/** The part of a preview's LMS that a page cannot be: the network between, and a record store that is asked over it. */
export type PreviewLms = {
  conditions: () => PreviewConditions
  /** What the host page asks for, below `lms/`. */
  control: (request: Request, path: string) => Promise<Response>
  /** What the module asks for, below `lrs/`. */
  lrs: (request: Request, path: string) => Promise<Response>
}

/** The module of the preview, and whom it may be shown to. */
export type PreviewedModule = { bundle: Bundle; format: TrackingKind; launch: PreviewLaunch }

export function createPreviewLms({ bundle, format, launch }: PreviewedModule): PreviewLms {
  let conditions = usualConditions
  let calls: PreviewCall[] = []
  let number = 0
  const mastery = launch.mastery === null ? null : launch.mastery / 100
  const lrs = createLrs({
    isCmi5: format === 'cmi5',
    mastery,
    conditions: () => conditions,
    onCall(call) {
      number++
      calls.push({ number, at: Date.now(), source: 'lrs', ...call })
    },
  })

  function startOver(asked: unknown): void {
    const { as, step } = isObject(asked) ? asked : {}
    lrs.forget()
    calls = []
    const start = isOneOf(previewStarts, as) ? as : 'first'
    let attempt: PreparedAttempt | null = null
    if (start !== 'first') attempt = launch.attempts[start]
    else if (typeof step === 'string') attempt = attemptAt(bundle, step)
    if (attempt) seedAttempt(lrs.state(), bundle, attempt)
  }

  function open(base: string): Response {
    const authorization = lrs.open()
    if (conditions.lms === 'absent') return json(200, { address: 'index.html' })
    if (format === 'cmi5') seedVisit(lrs.state(), { bundle, mastery, isReview: conditions.lms === 'review' })
    return json(200, {
      address: launchAddress(format, { bundle, base, authorization, registration: lrs.state().registration }),
    })
  }

  return {
    conditions: () => conditions,
    lrs: lrs.fetch,
    async control(request, path) {
      const url = new URL(request.url)
      if (request.method === 'GET' && path === 'told') {
        const after = Number(url.searchParams.get('after')) || 0
        const { documents, statements } = lrs.state()
        return json(200, {
          calls: calls.filter((call) => call.number > after),
          documents: Object.fromEntries(documents.entries().map(([key, { body }]) => [key, body])),
          statements,
        })
      }
      if (request.method !== 'POST') return new Response(null, { status: 405 })
      const asked: unknown = await request.json().catch(() => null)
      switch (path) {
        case 'conditions':
          if (!isPreviewConditions(asked)) return new Response(null, { status: 400 })
          conditions = asked
          return new Response(null, { status: 204 })
        case 'start-over':
          startOver(asked)
          return new Response(null, { status: 204 })
        case 'open':
          return open(new URL('../', url).href)
        case 'cut':
          lrs.cut()
          return new Response(null, { status: 204 })
        default:
          return new Response(null, { status: 404 })
      }
    },
  }
}
