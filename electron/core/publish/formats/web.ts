import { offlinePage, withOffline } from '../web/offline.ts'
import type { Format } from './format.ts'

/** A page for any static server or for opening from disk: results stay in the learner's browser, and so does the module. */
export const web: Format = {
  tracking: 'local',
  canBeFolder: true,
  embedsCaptions: true,
  ownFiles: async () => [],
  page: offlinePage,
  complete: withOffline,
}
