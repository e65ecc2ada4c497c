import type { ReactNode } from 'react'
import classes from './canvas.module.css'

/** A phone of 390 pixels, as wide as a learner's. */
export function PhoneFrame({ children, label }: { children: ReactNode; label: string }) {
  return (
    <article className={classes.phone} aria-label={label}>
      {children}
    </article>
  )
}
