import type { Words } from '../words/words.ts'

const rates = [0.75, 1, 1.25, 1.5, 2]

/** How fast a recording is played. */
export function Speed({ words }: { words: Words }) {
  return (
    <label className="speed">
      {words.speed}
      <select dir="ltr" defaultValue="1">
        {rates.map((rate) => (
          <option key={rate} value={rate}>{`${rate}×`}</option>
        ))}
      </select>
    </label>
  )
}
