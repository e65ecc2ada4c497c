import type { BundleFormat } from '../../../../shared/contract/publish.ts'
import type { PackageVisit, Verification } from '../../ports.ts'
import { type Check, fault } from './check.ts'

/** How each format is launched, in words. */
const launched: Record<BundleFormat, string> = {
  scorm12: 'as a SCORM 1.2 LMS does',
  scorm2004: 'as a SCORM 2004 LMS does',
  cmi5: 'as a cmi5 LMS does',
  xapi: 'as a launch with an LRS does',
  web: 'as a web server does',
}

/** Plays the package from its first screen to its last, and repeats what the browser and the LMS had against it. */
export function launch(play: Verification['play'], visit: Pick<PackageVisit, 'path' | 'signal'>): Check {
  return async ({ format }) => {
    const played = await play({ ...visit, format })
    if ('skipped' in played)
      return [
        {
          severity: 'hint',
          rule: 'launch-skipped',
          message: `The package was not launched ${launched[format]}: ${played.skipped}`,
        },
      ]
    return played.problems.map(({ rule, what }) => fault(rule, what))
  }
}
