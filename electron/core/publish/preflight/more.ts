import type { Verification } from '../../ports.ts'
import { launch } from './launch.ts'
import type { MoreChecks } from './preflight.ts'
import { schemas } from './schemas.ts'

/** `verify`: whether the author asked for the package to be played. */
type Request = { verify: boolean; path: string; signal: AbortSignal }

/** What the shell lends for checking. That a check could not be made is told to those who asked for it. */
export function moreChecks(
  verification: Verification | undefined,
  { verify, ...visit }: Request,
): MoreChecks {
  return {
    ...(verification && { compare: schemas(verification.schemaProblems, { saysWhenSkipped: verify }) }),
    ...(verify && { play: launch(verification?.play ?? noBrowser, visit) }),
  }
}

const noBrowser: Verification['play'] = async () => ({
  skipped: 'this studio cannot start a browser. Publish with “morsel publish … --verify” from the sources.',
})
