import { createStore } from 'zustand/vanilla'

/** Where modules are hosted, as typed, by module: for as long as the studio is open. */
export const hosting = createStore<{ typed: Readonly<Record<string, string>> }>(() => ({ typed: {} }))

export function setHosting(module: string, typed: string): void {
  hosting.setState((before) => ({ typed: { ...before.typed, [module]: typed } }))
}
