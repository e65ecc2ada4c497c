import type { BundleQuestion } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import type { Words } from '../words/words.ts'
import { ResponseView } from './ResponseView.tsx'
import { type Verdict, verdictOf } from './verdict.ts'
import { AnyVerdict } from './VerdictWord.tsx'

export type QuestionViewProps = {
  question: BundleQuestion
  response?: readonly string[]
  /** Whether it was marked: it then shows what was right, with feedback. */
  isChecked?: boolean
  onRespond?: (response: readonly string[]) => void
  onCheck?: () => void
  words: Words
}

const nothing: readonly string[] = []

/**
 * One question: its words, the part in which to answer, the button that checks, and the feedback. Its `data-verdict` says
 * that it was marked, and how; the style shows what then is to be seen.
 */
export function QuestionView(props: QuestionViewProps) {
  const { question, response = nothing, isChecked = false, onRespond, onCheck, words } = props
  const verdict = isChecked ? verdictOf(question, response) : undefined
  const stemId = `stem-${question.id}`
  return (
    <div
      className="question"
      data-question={question.id}
      data-verdict={verdict}
      data-reason={words.answerFirst}
    >
      <div id={stemId} className="stem">
        <Content html={question.stem} />
      </div>
      <ResponseView
        question={question}
        response={response}
        isChecked={isChecked}
        onRespond={onRespond ?? (() => {})}
        labelledBy={stemId}
        words={words}
      />
      <div className="check">
        <output className="problem" />
        <button type="button" className="button button-main button-wide" data-do="check" onClick={onCheck}>
          {words.check}
        </button>
      </div>
      <Feedback question={question} verdict={verdict} words={words} />
    </div>
  )
}

/** Takes the focus when it appears, because the button that brought it about is gone. */
function Feedback({
  question,
  verdict,
  words,
}: Pick<QuestionViewProps, 'question' | 'words'> & { verdict: Verdict | undefined }) {
  const id = `verdict-${question.id}`
  return (
    <div className="feedback" role="group" aria-labelledby={id} tabIndex={-1}>
      <p id={id} className="feedback-verdict">
        <AnyVerdict word={verdict ? words[verdict] : ''} />
      </p>
      {question.feedback === '' ? null : <Content html={`<p>${question.feedback}</p>`} />}
    </div>
  )
}
