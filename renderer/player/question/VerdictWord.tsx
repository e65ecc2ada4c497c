import { Icon } from '../frame/Icon.tsx'
import type { Words } from '../words/words.ts'
import { type Verdict, verdicts } from './verdict.ts'

/** A mark as an icon and a word, so that neither colour nor shape has to be told apart to understand it. */
export function VerdictWord({ verdict, words }: { verdict: Verdict | 'rightAnswer'; words: Words }) {
  return (
    <span className={`verdict verdict-${verdict}`}>
      <Icon name={verdict === 'rightAnswer' ? 'right' : verdict} />
      {words[verdict]}
    </span>
  )
}

/** The mark of a whole question: what it is, is only known later. The script writes the word, the style picks the icon. */
export function AnyVerdict({ verdict, words }: { verdict?: Verdict | undefined; words: Words }) {
  return (
    <span
      className="verdict verdict-any"
      data-right={words.right}
      data-partly-right={words.partlyRight}
      data-not-right={words.notRight}
      data-none={words.notAnswered}
    >
      {verdicts.map((one) => (
        <Icon key={one} name={one} />
      ))}
      <span className="verdict-word">{verdict ? words[verdict] : ''}</span>
    </span>
  )
}
