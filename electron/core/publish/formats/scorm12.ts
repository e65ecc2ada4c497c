import { scorm12Manifest } from '../manifest/scorm12.ts'
import { textFile } from '../package-file.ts'
import type { Format } from './format.ts'

/** A SCORM 1.2 package: one SCO, its manifest at the root. */
export const scorm12: Format = {
  tracking: 'scorm12',
  canBeFolder: false,
  embedsCaptions: false,
  ownFiles: async (bundle, paths, target) => [
    textFile('imsmanifest.xml', await scorm12Manifest(bundle, paths, target)),
  ],
}
