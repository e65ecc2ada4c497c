import { Switch, Text } from '@mantine/core'
import type { Draft } from '../../../../shared/model/edit.ts'
import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'
import { NeededPercent } from '../../inspector/NeededPercent.tsx'
import { Section } from '../../inspector/Section.tsx'
import type { StepEditorProps } from '../types.ts'
import { QuestionSettings } from './QuestionSettings.tsx'
import { useSelectedQuestion } from './selection.ts'

/** How the quiz is asked, and how the question last worked on is marked. */
export function QuizInspector({ step, records, edit }: StepEditorProps<QuizStep>) {
  const selected = useSelectedQuestion((state) => state.id)
  const id = selected !== null && step.questions.includes(selected) ? selected : step.questions[0]
  const question = id === undefined ? undefined : records[id]
  return (
    <>
      <Section title="Quiz">
        <Switch
          label="Questions in a random order"
          description="Each learner meets them in an order of their own"
          checked={step.shuffleQuestions}
          onChange={(event) => {
            const { checked } = event.currentTarget
            edit('Shuffle questions', (draft) => {
              const record = draft[step.id]
              if (record?.type === 'step' && record.kind === 'quiz') record.shuffleQuestions = checked
            })
          }}
        />
        <NeededPercent
          label="Must be passed"
          description={
            step.mustScore === null
              ? 'The step is done when every question is answered.'
              : 'The step is done when one attempt reaches the score, or when no attempt is left.'
          }
          percentLabel="Score needed"
          percentDescription="Percent of this quiz’s points"
          usual={80}
          value={step.mustScore}
          onSwitch={(mustScore) => edit('Set score needed', setMustScore(step.id, mustScore))}
          onPercent={(mustScore) =>
            edit('Set score needed', setMustScore(step.id, mustScore), { mergeKey: `score:${step.id}` })
          }
        />
      </Section>
      {question?.type === 'question' ? (
        <QuestionSettings
          key={question.id}
          number={step.questions.indexOf(question.id) + 1}
          question={question}
          edit={edit}
        />
      ) : (
        <Section title="Question">
          <Text size="sm" c="dimmed">
            Add a question on the phone; how it is marked appears here.
          </Text>
        </Section>
      )}
    </>
  )
}

const setMustScore = (id: string, mustScore: number | null) => (draft: Draft) => {
  const record = draft[id]
  if (record?.type === 'step' && record.kind === 'quiz') record.mustScore = mustScore
}
