import { choicesInOrder, questionsInOrder } from '../../../shared/activity/session/screens.ts'
import type { QuizBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import { QuestionView } from '../question/QuestionView.tsx'
import type { StepScreenProps } from './types.ts'

/** One question of a quiz; the quiz's introduction stands above the first. */
export function QuizScreen(props: StepScreenProps<QuizBundleStep>) {
  const { step, question: id, session, draft, words, onRespond, onCheck } = props
  const questions = questionsInOrder(step, session)
  const question = questions.find((candidate) => candidate.id === id)
  const answered = session.responses[id ?? '']
  return (
    <>
      {question === questions[0] ? <Content html={step.intro} /> : null}
      {question ? (
        <QuestionView
          question={{ ...question, choices: [...choicesInOrder(step, question, session)] }}
          response={answered ?? draft.response}
          isChecked={answered !== undefined}
          isRefused={draft.isRefused}
          words={words}
          onRespond={onRespond}
          onCheck={onCheck}
        />
      ) : null}
    </>
  )
}
