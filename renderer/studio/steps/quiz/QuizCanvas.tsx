import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'
import { StepIntro } from '../StepIntro.tsx'
import { StepText } from '../StepText.tsx'
import type { StepEditorProps } from '../types.ts'
import { AddQuestion } from './AddQuestion.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { useQuestionFindings } from './useQuestionFindings.ts'
import classes from './quiz.module.css'

/** The quiz as the learner meets it, all questions below one another, edited in place. */
export function QuizCanvas(props: StepEditorProps<QuizStep>) {
  const { step, records, edit } = props
  const findings = useQuestionFindings(records, step.id)
  return (
    <StepText step={step} lent={props}>
      <StepIntro {...props} />
      <ol className={classes.questions}>
        {step.questions.map((id, index) => {
          const question = records[id]
          if (question?.type !== 'question') return null
          return (
            <li key={id}>
              <QuestionCard
                step={step}
                question={question}
                position={{ index, count: step.questions.length }}
                findings={findings.get(id) ?? []}
                edit={edit}
              />
            </li>
          )
        })}
      </ol>
      {step.questions.length === 0 && (
        <p className={classes.empty}>
          Ask what the learner should now be able to do. Two or three questions are enough.
        </p>
      )}
      <AddQuestion step={step} edit={edit} />
    </StepText>
  )
}
