import { scorm12 } from '../scorm12/edition.ts'
import { scormTracker } from '../scorm/tracker.ts'
import type { TrackerContext } from '../types.ts'

/** Keeps the record in an LMS that speaks SCORM 1.2. */
export const createTracker = (context: TrackerContext) => scormTracker(scorm12, context)
