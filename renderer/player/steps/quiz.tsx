import type { QuizBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'
import { QuestionView } from '../question/QuestionView.tsx'
import type { StepScreenProps } from './types.ts'

/** A quiz's introduction, and its questions: the script shows one at a time, the introduction above the first. */
export function QuizScreen({ step, words }: StepScreenProps<QuizBundleStep>) {
  return (
    <>
      <div className="intro">
        <Content html={step.intro} />
      </div>
      {step.questions.map((question) => (
        <QuestionView key={question.id} question={question} words={words} />
      ))}
    </>
  )
}
