/** One line of a benchmark: what was measured, in which unit, and what it is held to, if anything. */
export type Measure = {
  name: string
  value: number
  unit: string
  /** The floor measured in the same run, in the same unit, and the highest ratio to it that is allowed. */
  floor?: { name: string; value: number; budget: number }
  /** The highest value allowed, in the same unit. */
  budget?: number
}

/** A benchmark: `npm run bench` runs `measure` in a process of its own and prints what it returns. */
export type Benchmark = { title: string; measure: () => Promise<Measure[]> }

/** The value below which `share` (0 to 1) of `values` lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** One measure as a line of text: value, ratio to its floor, budget, and whether it is kept. */
export function line({ name, value, unit, floor, budget }: Measure): string {
  const parts = [`${name}: ${round(value)} ${unit}`]
  if (floor) {
    const ratio = value / floor.value
    parts.push(
      `${round(ratio)}x ${floor.name} (${round(floor.value)} ${unit}), budget ${floor.budget}x ${verdict(ratio <= floor.budget)}`,
    )
  }
  if (budget !== undefined) parts.push(`budget ${budget} ${unit} ${verdict(value <= budget)}`)
  return `  ${parts.join('; ')}`
}

function round(value: number): string {
  return Math.abs(value) >= 100
    ? value.toFixed(0)
    : Math.abs(value) >= 10
      ? value.toFixed(1)
      : value.toFixed(2)
}

const verdict = (isKept: boolean) => (isKept ? '(kept)' : '(MISSED)')
