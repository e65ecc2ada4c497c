import { VisuallyHidden } from '@mantine/core'
import { useStore } from 'zustand'
import { announcements } from './announce.ts'

/** The place screen readers hear announcements from; one on a page. */
export function Announcer() {
  const { sentence, count } = useStore(announcements)
  // A no-break space every other time makes a repeated sentence a new one.
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {sentence}
      {count % 2 === 1 ? '\u00a0' : ''}
    </VisuallyHidden>
  )
}
