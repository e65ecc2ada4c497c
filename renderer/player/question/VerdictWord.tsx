import { Icon } from '../frame/Icon.tsx'
import type { Words } from '../words/words.ts'
import type { Verdict } from './verdict.ts'

/** A mark as an icon and a word, so that neither colour nor shape has to be told apart to understand it. */
export function VerdictWord({ verdict, words }: { verdict: Verdict | 'rightAnswer'; words: Words }) {
  return (
    <span className={`verdict verdict-${verdict}`}>
      <Icon name={verdict === 'rightAnswer' ? 'right' : verdict} />
      {words[verdict]}
    </span>
  )
}
