import { createStore } from 'zustand/vanilla'

/** Steps whose video is being imported or converted: session state that outlives going to another step and back. */
export const busySteps = createStore<{ ids: ReadonlySet<string> }>(() => ({ ids: new Set() }))

/** Marks a step as busy while `work` runs. */
export async function whileBusy<Result>(step: string, work: () => Promise<Result>): Promise<Result> {
  busySteps.setState(({ ids }) => ({ ids: new Set([...ids, step]) }))
  try {
    return await work()
  } finally {
    busySteps.setState(({ ids }) => ({ ids: new Set([...ids].filter((id) => id !== step)) }))
  }
}
