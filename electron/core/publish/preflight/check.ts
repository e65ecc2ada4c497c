import type { Bundle, TrackingSettings } from '../../../../shared/bundle/format.ts'
import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import type { TargetProfile } from '../../../../shared/lms/profiles.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { ReadPackage } from './package.ts'

/** What a check looks at: the package as it was read back, and what it was meant to be. */
export type Subject = {
  read: ReadPackage
  format: BundleFormat
  bundle: Bundle
  target: TargetProfile
  tracking: TrackingSettings
}

/** Something a package has against it; where it belongs is the whole module. */
export type Problem = Omit<Finding, 'where'>

/** One check, a file each. */
export type Check = (subject: Subject) => Problem[] | Promise<Problem[]>

/** What no author can have caused or can mend. */
export function fault(rule: string, what: string): Problem {
  return {
    severity: 'block',
    rule,
    message: `${what} This is a mistake of the studio’s, not yours: publish again, and report it if it happens twice.`,
  }
}
