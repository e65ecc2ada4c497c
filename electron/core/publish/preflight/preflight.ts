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

/** Checks that only some shells can make; `play` comes last, and not for a package that is known to be unsound. */
export type MoreChecks = { compare?: Check; play?: Check }

/** Looks at a package that was just written and read again. */
export async function preflight(subject: Subject, { compare, play }: MoreChecks = {}): Promise<Finding[]> {
  const findings: Finding[] = []
  const run = async (check: Check) => {
    for (const problem of await check(subject))
      findings.push({ ...problem, where: { module: subject.bundle.id, step: null, record: null } })
  }
  for (const check of [...everywhere, ...ofFormat[subject.format], ...(compare ? [compare] : [])])
    await run(check)
  if (play && !findings.some(({ severity }) => severity === 'block')) await run(play)
  return findings
}
