/** Runs so many works at once, and keeps the others waiting in their order. */
export type Pool = { run: <Result>(work: () => Promise<Result>) => Promise<Result> }

export function createPool(size: number): Pool {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async run(work) {
      if (running >= size) await new Promise<void>((resolve) => waiting.push(resolve))
      else running++
      try {
        return await work()
      } finally {
        // Whoever waits longest takes the place over.
        const next = waiting.shift()
        if (next) next()
        else running--
      }
    },
  }
}
