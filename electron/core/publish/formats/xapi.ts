import { tincanDescription } from '../manifest/tincan.ts'
import { textFile } from '../package-file.ts'
import type { Format } from './format.ts'

/** An xAPI package for launch as Rustici described it, which is what “Tin Can” importers take. */
export const xapi: Format = {
  tracking: 'xapi',
  canBeFolder: false,
  embedsCaptions: false,
  ownFiles: async (bundle, paths) => [textFile('tincan.xml', await tincanDescription(bundle, paths))],
}
