import type { TrackerContext } from '../types.ts'
import { rusticiLaunch } from '../xapi/rustici-launch.ts'
import { xapiTracker } from '../xapi/tracker.ts'

/** Keeps the record in an LRS that the module was launched with, as “Tin Can” packages are. */
export const createTracker = (context: TrackerContext) => xapiTracker(rusticiLaunch, context)
