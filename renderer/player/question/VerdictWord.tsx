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

/** The mark of a whole question: what it is, is only known later. The script writes the word, the style picks the drawing. */
export function AnyVerdict({ word = '' }: { word?: string }) {
  return (
    <span className="verdict verdict-any">
      <Icon name="verdict" />
      <span className="verdict-word">{word}</span>
    </span>
  )
}
