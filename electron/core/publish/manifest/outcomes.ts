import type { Bundle } from '../../../../shared/bundle/format.ts'

/** The outcomes an LMS hears of: those that steps serve, in the module's order, as the player reports them. */
export function servedOutcomes({ outcomes, steps }: Bundle): Bundle['outcomes'] {
  return outcomes.filter(({ id }) => steps.some(({ outcome }) => outcome === id))
}
