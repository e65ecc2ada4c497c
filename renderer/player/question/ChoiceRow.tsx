import type { ReactNode } from 'react'
import type { Words } from '../words/words.ts'
import type { Verdict } from './verdict.ts'
import { VerdictWord } from './VerdictWord.tsx'

export type ChoiceRowProps = {
  input: 'radio' | 'checkbox'
  /** What the inputs of one question share. */
  name: string
  isChosen: boolean
  isDisabled?: boolean
  onToggle?: () => void
  /** The choice's words. */
  children: ReactNode
  verdict?: Verdict | 'rightAnswer' | null
  /** Shown below the words; nothing when there is none. */
  feedback?: ReactNode
  words: Words
}

/** One choice: a native input, the author's words, and after checking what it was worth. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { input, name, isChosen, isDisabled = false, onToggle, children, verdict, feedback, words } = props
  return (
    <div className={`choice${isChosen ? ' is-chosen' : ''}${verdict ? ` choice-${verdict}` : ''}`}>
      <label className="choice-label">
        <input
          className="choice-input"
          type={input}
          name={name}
          checked={isChosen}
          disabled={isDisabled}
          onChange={onToggle ?? (() => {})}
        />
        <span className="choice-words">
          {children}
          {verdict ? <VerdictWord verdict={verdict} words={words} /> : null}
        </span>
      </label>
      {feedback ? <div className="choice-feedback">{feedback}</div> : null}
    </div>
  )
}
