import { createStore } from 'zustand/vanilla'

/** Steps whose episode is being rendered: session state that outlives going to another step and back. */
export const rendering = createStore<{ steps: ReadonlySet<string> }>(() => ({ steps: new Set() }))

export function markRendering(step: string, isOn: boolean): void {
  rendering.setState(({ steps }) => {
    const next = new Set(steps)
    if (isOn) next.add(step)
    else next.delete(step)
    return { steps: next }
  })
}
