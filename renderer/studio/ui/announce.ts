import { createStore } from 'zustand/vanilla'

/** The sentence last said to screen readers. */
export const announcements = createStore<{ sentence: string; count: number }>(() => ({
  sentence: '',
  count: 0,
}))

/** Says `sentence` to screen readers, politely. */
export function announce(sentence: string): void {
  announcements.setState(({ count }) => ({ sentence, count: count + 1 }))
}
