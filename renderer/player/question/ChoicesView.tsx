import type {
  MultipleResponseBundleQuestion,
  SingleChoiceBundleQuestion,
} from '../../../shared/bundle/format.ts'
import { InlineContent } from '../frame/Content.tsx'
import { choiceVerdict, isRightChoice } from './choice-verdict.ts'
import { ChoiceRow } from './ChoiceRow.tsx'
import type { ResponseViewProps } from './types.ts'

/** The choices of a question: radio buttons when one may be picked, boxes when several may. */
export function ChoicesView(
  props: ResponseViewProps<SingleChoiceBundleQuestion | MultipleResponseBundleQuestion>,
) {
  const { question, response, isChecked, onRespond, labelledBy, words } = props
  const isSingle = question.kind === 'single-choice'
  const toggle = (id: string) => {
    if (isSingle) onRespond([id])
    else onRespond(response.includes(id) ? response.filter((other) => other !== id) : [...response, id])
  }
  return (
    <div className="choices" role={isSingle ? 'radiogroup' : 'group'} aria-labelledby={labelledBy}>
      {question.choices.map((choice) => (
        <ChoiceRow
          key={choice.id}
          input={isSingle ? 'radio' : 'checkbox'}
          name={question.id}
          id={choice.id}
          isChosen={response.includes(choice.id)}
          isDisabled={isChecked}
          onToggle={() => toggle(choice.id)}
          verdict={choiceVerdict(question, choice)}
          isRight={isRightChoice(question, choice)}
          feedback={
            choice.feedback === '' ? null : (
              <InlineContent className="choice-feedback" html={choice.feedback} />
            )
          }
          words={words}
        >
          <InlineContent className="choice-words" html={choice.html} />
        </ChoiceRow>
      ))}
    </div>
  )
}
