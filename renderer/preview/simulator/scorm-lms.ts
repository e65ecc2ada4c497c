import { scorm12Lms } from './scorm12.ts'
import { scorm2004Lms } from './scorm2004.ts'
import type { SimulatedLms, Visit } from './types.ts'

/** The run-time a SCORM module meets in this visit. */
export function scormLms(format: 'scorm12' | 'scorm2004', visit: Visit): SimulatedLms {
  return format === 'scorm12'
    ? { name: 'API', api: scorm12Lms(visit) }
    : { name: 'API_1484_11', api: scorm2004Lms(visit) }
}
