import { hash } from './suspend/base64.ts'

/** A generator of numbers in [0, 1), the same for the same seed words (mulberry32). */
function numbersFrom(seed: string): () => number {
  let state = hash(seed)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

/** The items in another order, always the same one for the same seed. Fisher–Yates, so every order is as likely. */
export function shuffled<Item>(items: readonly Item[], seed: string): Item[] {
  const result = [...items]
  const next = numbersFrom(seed)
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1))
    const moved = result[last] as Item
    result[last] = result[other] as Item
    result[other] = moved
  }
  return result
}
