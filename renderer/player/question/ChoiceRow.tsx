import type { ReactNode } from 'react'
import type { Words } from '../words/words.ts'
import type { Verdict } from './verdict.ts'
import { VerdictWord } from './VerdictWord.tsx'

export type ChoiceRowProps = {
  input: 'radio' | 'checkbox'
  /** What the inputs of one question share. */
  name: string
  id: string
  isChosen: boolean
  isDisabled?: boolean
  onToggle?: () => void
  /** The choice's words, as one element of the class `choice-words`. */
  children: ReactNode
  /** What it is worth when it was chosen, and whether it should have been: shown once the question is checked. */
  verdict: Verdict
  isRight: boolean
  /** Shown below the words of a choice that was chosen, as one element of the class `choice-feedback`; or nothing. */
  feedback?: ReactNode
  words: Words
}

/** One choice: a native input, the author's words, and what after checking will be said of it. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { input, name, id, isChosen, isDisabled = false, onToggle, children, verdict, isRight } = props
  const { feedback, words } = props
  return (
    <div className={`choice choice-${verdict}${isRight ? ' is-right' : ''}${isChosen ? ' is-chosen' : ''}`}>
      <label className="choice-label">
        <input
          className="choice-input"
          type={input}
          name={name}
          value={id}
          checked={isChosen}
          disabled={isDisabled}
          onChange={onToggle ?? (() => {})}
        />
        {children}
      </label>
      <div className="choice-foot">
        <VerdictWord verdict={verdict} words={words} />
        {isRight ? <VerdictWord verdict="rightAnswer" words={words} /> : null}
        {feedback}
      </div>
    </div>
  )
}
