import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import type { Format } from './format.ts'
import { scorm12 } from './scorm12.ts'
import { web } from './web.ts'

/** The registry of bundle formats: a new format is a file beside this one and a line here (and its name in the contract). */
export const formats: { [Name in BundleFormat]: Format } = { scorm12, web }
