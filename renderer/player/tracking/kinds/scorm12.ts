export { scorm12Tracker as createTracker } from '../scorm12/tracker.ts'
