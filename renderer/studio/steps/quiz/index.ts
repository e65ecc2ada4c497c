import { IconListCheck } from '@tabler/icons-react'
import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'
import type { StepEditor } from '../types.ts'
import { QuizCanvas } from './QuizCanvas.tsx'
import { QuizInspector } from './QuizInspector.tsx'

/** Editing a quiz step. */
export const quizEditor: StepEditor<QuizStep> = {
  kind: 'quiz',
  label: 'Quiz',
  description: 'Questions with feedback, marked',
  icon: IconListCheck,
  Canvas: QuizCanvas,
  Inspector: QuizInspector,
}
