import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import { cmi5 } from './cmi5.ts'
import type { Format } from './format.ts'
import { scorm12 } from './scorm12.ts'
import { scorm2004 } from './scorm2004.ts'
import { web } from './web.ts'
import { xapi } from './xapi.ts'

/** The registry of bundle formats: a new format is a file beside this one and a line here (and its name in the contract). */
export const formats: { [Name in BundleFormat]: Format } = { scorm12, scorm2004, cmi5, xapi, web }
