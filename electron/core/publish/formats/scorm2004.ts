import { scorm2004Manifest } from '../manifest/scorm2004.ts'
import { textFile } from '../package-file.ts'
import type { Format } from './format.ts'

/** A SCORM 2004 package of the edition the target takes: one SCO, its manifest at the root. */
export const scorm2004: Format = {
  tracking: 'scorm2004',
  canBeFolder: false,
  embedsCaptions: false,
  ownFiles: async (bundle, paths, target) => [
    textFile('imsmanifest.xml', await scorm2004Manifest(bundle, paths, target.edition2004)),
  ],
}
