import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { Check, Subject } from './check.ts'
import { cmi5Structure } from './cmi5-structure.ts'
import { learnerState } from './learner-state.ts'
import { namedMedia } from './named-media.ts'
import { names } from './names.ts'
import { outsideRequests } from './outside-requests.ts'
import { scormManifest } from './scorm-manifest.ts'
import { size } from './size.ts'
import { tincan } from './tincan.ts'

/** The registry of checks that every package goes through. */
const everywhere: readonly Check[] = [names, namedMedia, outsideRequests, size, learnerState]

/** What is asked of one format's own files. */
const ofFormat: { [Name in BundleFormat]: readonly Check[] } = {
  scorm12: [scormManifest],
  scorm2004: [scormManifest],
  cmi5: [cmi5Structure],
  xapi: [tincan],
  web: [],
}

/** Looks at a package that was just written and read again. `more` are checks only some shells can make. */
export async function preflight(subject: Subject, more: readonly Check[] = []): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const check of [...everywhere, ...ofFormat[subject.format], ...more])
    for (const problem of await check(subject))
      findings.push({ ...problem, where: { module: subject.bundle.id, step: null, record: null } })
  return findings
}
