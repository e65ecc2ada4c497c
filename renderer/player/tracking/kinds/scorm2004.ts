import { scorm2004 } from '../scorm2004/edition.ts'
import { scormTracker } from '../scorm/tracker.ts'
import type { TrackerContext } from '../types.ts'

/** Keeps the record in an LMS that speaks SCORM 2004. */
export const createTracker = (context: TrackerContext) => scormTracker(scorm2004, context)
