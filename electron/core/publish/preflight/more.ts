import type { Verification } from '../../ports.ts'
import type { Check } from './check.ts'
import { launch } from './launch.ts'
import { schemas } from './schemas.ts'

/** `verify`: whether the author asked for the package to be played. */
type Request = { verify: boolean; path: string; signal: AbortSignal }

/** The checks that only some shells can make. That one could not be made is told to those who asked for it. */
export function moreChecks(verification: Verification | undefined, { verify, ...visit }: Request): Check[] {
  if (!verification) return verify ? [launch(noBrowser, visit)] : []
  const compare = schemas(verification.schemaProblems, { saysWhenSkipped: verify })
  return verify ? [compare, launch(verification.play, visit)] : [compare]
}

const noBrowser: Verification['play'] = async () => ({
  skipped: 'this studio cannot start a browser. Publish with “morsel publish … --verify” from the sources.',
})
