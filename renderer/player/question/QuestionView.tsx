import type { BundleQuestion } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import type { Words } from '../words/words.ts'
import { ResponseView } from './ResponseView.tsx'
import { verdictOf } from './verdict.ts'
import { VerdictWord } from './VerdictWord.tsx'

export type QuestionViewProps = {
  /** Its choices in the order to show. */
  question: BundleQuestion
  response: readonly string[]
  /** Whether it was marked: it then shows what was right, with feedback. */
  isChecked: boolean
  /** Whether checking was asked for before there was anything to check. */
  isRefused?: boolean
  onRespond?: (response: readonly string[]) => void
  onCheck?: () => void
  words: Words
}

/** One question: its words, the part in which to answer, the button that checks, and then the feedback. */
export function QuestionView(props: QuestionViewProps) {
  const { question, response, isChecked, isRefused, onRespond, onCheck, words } = props
  const stemId = `stem-${question.id}`
  return (
    <div className="question">
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
      {isChecked ? (
        <Feedback question={question} response={response} words={words} />
      ) : (
        <div className="check">
          <output className="problem">{isRefused ? words.chooseFirst : ''}</output>
          <button type="button" className="button button-main button-wide" onClick={onCheck}>
            {words.check}
          </button>
        </div>
      )}
    </div>
  )
}

/** Takes the focus when it appears, because the button that brought it about is gone. */
function Feedback({ question, response, words }: Pick<QuestionViewProps, 'question' | 'response' | 'words'>) {
  const verdict = verdictOf(question, response)
  return (
    <div className={`feedback feedback-${verdict}`} tabIndex={-1}>
      <p className="feedback-verdict">
        <VerdictWord verdict={verdict} words={words} />
      </p>
      {question.feedback === '' ? null : <Content html={`<p>${question.feedback}</p>`} />}
    </div>
  )
}
