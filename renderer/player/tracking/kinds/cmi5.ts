import type { TrackerContext } from '../types.ts'
import { cmi5Launch } from '../xapi/cmi5-launch.ts'
import { xapiTracker } from '../xapi/tracker.ts'

/** Keeps the record in an LMS that speaks cmi5. */
export const createTracker = (context: TrackerContext) => xapiTracker(cmi5Launch, context)
