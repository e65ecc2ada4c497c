import { suspendLimit } from '../../../shared/activity/suspend/pack.ts'
import type { TrackingKind, TrackingSettings } from '../../../shared/bundle/format.ts'

/** How a page that tracks in this way reports. */
export function trackingFor(kind: TrackingKind): TrackingSettings {
  return { kind, status: 'success', suspendLimit }
}
