import type { BundleStep } from '../../../shared/bundle/format.ts'
import type { MediaEvent } from '../tracking/types.ts'

/** What the player lends a part of it. */
export type PartHost = {
  /** What holds every screen. */
  root: HTMLElement
  /** The step that is shown; undefined on the results. */
  stepShown: () => BundleStep | undefined
  /** Something happened to the recording of the step that is shown. */
  tellMedia: (event: MediaEvent) => void
  /**
   * So much of it was played in this visit; `seconds` is how long it turned out to be, `second` where it is, and `isResting`
   * that it stays there. Answers whether all of it has been played, in whichever visits.
   */
  tellPlayed: (
    step: string,
    played: MediaEvent['played'],
    seconds: number,
    second: number,
    isResting: boolean,
  ) => boolean
  /** The second where the step's recording was left; 0 for its beginning. */
  resumeAt: (step: string) => number
}

/**
 * What brings one kind of step to life that not every module has. Answers what is to be done before its screen goes.
 */
export type Part = (host: PartHost) => () => void

/** The parts of a page are scripts of their own, which stand in it before the player's; this is where it finds them. */
const page = window as { morselParts?: Part[] }

/** Called by a part's script. */
export function addPart(part: Part): void {
  ;(page.morselParts ??= []).push(part)
}

/** Called by the player: begins them all. Answers what is to be done before a screen goes. */
export function beginParts(host: PartHost): () => void {
  const leaves = page.morselParts?.map((part) => part(host))
  return () => {
    for (const leave of leaves ?? []) leave()
  }
}
