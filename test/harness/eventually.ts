import { vi } from 'vitest'

/**
 * Waits until `check` throws nothing more and answers what it answers. Wide enough for the busiest of machines: what takes long
 * is no failure here, what never comes is.
 * @throws what `check` threw last, after fifteen seconds
 */
export const eventually = <Result>(check: () => Result | Promise<Result>): Promise<Result> =>
  vi.waitFor(check, { timeout: 15_000, interval: 20 })
