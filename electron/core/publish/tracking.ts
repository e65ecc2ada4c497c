import type { TrackingKind, TrackingSettings } from '../../../shared/bundle/format.ts'
import { type TargetProfile, targetProfiles } from '../../../shared/lms/profiles.ts'

/** SCORM 2004's own limit from its 3rd edition on. State documents of an LRS have none; they keep to the same. */
const roomyLimit = 64_000

/** How a page that tracks in this way reports to the LMS it is made for. */
export function trackingFor(
  kind: TrackingKind,
  { status, suspendLimit }: Pick<TargetProfile, 'status' | 'suspendLimit'> = targetProfiles.generic,
): TrackingSettings {
  return { kind, status, suspendLimit: kind === 'scorm12' ? suspendLimit : roomyLimit }
}
