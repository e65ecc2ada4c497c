import { stepOf } from '../../../shared/activity/steps/index.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'

/** Stands for the results in the page's address; ids of steps have a dot or are longer. */
export const results = 'results'

/**
 * The step that the page's address leads to (`index.html#its-id`), so that a link can open just what somebody needs; null
 * for the results, undefined when it leads nowhere in particular.
 */
export function stepInAddress(bundle: Bundle): string | null | undefined {
  const id = location.hash.slice(1)
  if (id === results) return null
  return stepOf(bundle, id)?.id
}

/** Lets the address follow the step; each step is a page to the browser's Back. `isNew`: the visit has just begun. */
export function showInAddress(step: string | null, isNew: boolean): void {
  // Ids hold nothing that addresses would write otherwise.
  const hash = `#${step ?? results}`
  if (hash === location.hash) return
  if (isNew) history.replaceState(null, '', hash)
  else location.hash = hash
}
