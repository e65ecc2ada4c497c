import type { PreviewLaunch } from '../../shared/bundle/preview-messages.ts'
import type { Keeper, KeeperHooks } from './keeper.ts'
import type { Kept } from './simulator/kept.ts'
import { keptAt, keptOf } from './simulator/prepared.ts'
import { scormLms } from './simulator/scorm-lms.ts'

type Place = Record<string, unknown>

/** Blocks the page, as a synchronous request to a slow server does. */
function block(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end) {
    // Nothing else may happen: that is the point.
  }
}

/** A SCORM LMS: its run-time stands in this page, where the module looks for it. */
export function scormKeeper(
  format: 'scorm12' | 'scorm2004',
  launch: PreviewLaunch | null,
  { conditions, onCall, onChange }: KeeperHooks,
): Keeper {
  const place = window as unknown as Place
  let kept: Kept = {}
  let values: Kept = {}
  let isCommitted = true
  let visits = 0
  let network = conditions().network

  /** The module's files come over the network; that is the core's to slow down. */
  async function tellNetwork(): Promise<void> {
    network = conditions().network
    await fetch('lms/conditions', { method: 'POST', body: JSON.stringify(conditions()) })
  }

  return {
    async startOver(as, step) {
      const attempt = as === 'first' ? null : launch?.attempts[as]
      kept = attempt ? keptOf(format, attempt) : step === null ? {} : keptAt(format, step)
      values = { ...kept }
      isCommitted = true
      onChange()
    },
    async visit() {
      visits++
      const visit = visits
      // A page that was killed may still hold the API of its visit: what it says then reaches nobody.
      const isCurrent = () => visit === visits
      delete place.API
      delete place.API_1484_11
      values = { ...kept }
      isCommitted = true
      if (conditions().lms !== 'absent') {
        const { name, api } = scormLms(format, {
          kept,
          mastery: launch?.mastery ?? null,
          conditions,
          block,
          onCall(call) {
            if (!isCurrent()) return
            if (call.method.endsWith('SetValue') && call.error === '0') {
              if (values[call.element] !== call.value) isCommitted = false
              values = { ...values, [call.element]: call.value }
            }
            onCall(call)
          },
          onKept(all) {
            if (!isCurrent()) return
            kept = all
            values = { ...all }
            isCommitted = true
            onChange()
          },
        })
        place[name] = api
      }
      return 'index.html'
    },
    async cut() {
      visits++
      delete place.API
      delete place.API_1484_11
      values = { ...kept }
      isCommitted = true
      onChange()
    },
    async conditionsChanged() {
      onChange()
      if (network !== conditions().network) await tellNetwork()
    },
    known: () => ({ values, kept, isCommitted, statements: [] }),
  }
}
