import { cmi5Structure } from '../manifest/cmi5.ts'
import { textFile } from '../package-file.ts'
import type { Format } from './format.ts'

/** A cmi5 package: a course of one assignable unit, its structure at the root. */
export const cmi5: Format = {
  tracking: 'cmi5',
  canBeFolder: false,
  embedsCaptions: false,
  ownFiles: async (bundle, paths) => [textFile('cmi5.xml', await cmi5Structure(bundle, paths))],
}
