import type { SyntheticEvent } from 'react'

/** Said by the page alone: whether a recording loads is no state of the learner's, and is over with the element. */
export function showProblem({ currentTarget }: SyntheticEvent<HTMLElement>): void {
  currentTarget.parentElement?.querySelector('.problem')?.removeAttribute('hidden')
}
