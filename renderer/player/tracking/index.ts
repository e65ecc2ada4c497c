import type { TrackingKind } from '../../../shared/bundle/format.ts'
import { localTracker } from './local.ts'
import { scorm12Tracker } from './scorm12/tracker.ts'
import type { Tracker, TrackerContext } from './types.ts'

/** The ways to keep a record: a new one is a file beside these and a line here. */
const trackers: Record<TrackingKind, (context: TrackerContext) => Tracker> = {
  scorm12: scorm12Tracker,
  local: localTracker,
}

/** The tracker the page asks for; a page that asks for none we know keeps its record in the browser. */
export function createTracker(kind: string | undefined, context: TrackerContext): Tracker {
  const create = trackers[kind as TrackingKind] ?? localTracker
  return create(context)
}
