import type { english } from './english.ts'

/** The player's own words in one language. */
export type Words = { readonly [Key in keyof typeof english]: string }

/** A sentence with its `{…}` filled in. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
