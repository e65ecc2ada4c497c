import { readablePercent } from '../../../shared/activity/score.ts'

/** A score as people of that language write it: `67 %`, `٦٧٪`. */
export function percentInWords(score: number, pass: number | null, language: string): string {
  const style = { style: 'percent', maximumFractionDigits: 2 } as const
  const value = readablePercent(score, pass) / 100
  try {
    return new Intl.NumberFormat(language, style).format(value)
  } catch {
    // An author's language tag that this browser does not know.
    return new Intl.NumberFormat('en', style).format(value)
  }
}
