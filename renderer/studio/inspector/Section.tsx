import type { ReactNode } from 'react'
import classes from './inspector.module.css'

/** A group of settings under a quiet heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{title}</h3>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
