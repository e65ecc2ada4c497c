import type { ReactNode } from 'react'

/**
 * A screen's h1: the step's title, and below it which question of the step this is; `detail` are the words to fill in. It
 * takes the focus on arrival.
 */
export function StepHeading({ children, detail }: { children: ReactNode; detail?: string | undefined }) {
  return (
    <h1 className="heading" tabIndex={-1}>
      {children}
      {detail ? <span className="detail" data-words={detail} /> : null}
    </h1>
  )
}
