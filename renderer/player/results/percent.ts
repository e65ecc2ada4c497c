import { readablePercent } from '../../../shared/activity/score.ts'

/** A score as people of that language write it: `67 %`, `٦٧٪`. The tag is one that `Intl` takes: see `prerender.tsx`. */
export function percentInWords(score: number, pass: number | null, language: string): string {
  const value = readablePercent(score, pass) / 100
  return value.toLocaleString(language, { style: 'percent', maximumFractionDigits: 2 })
}
