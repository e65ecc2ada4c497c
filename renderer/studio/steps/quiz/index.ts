import { IconListCheck } from '@tabler/icons-react'
import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'
import { later } from '../../ui/later.tsx'
import type { StepEditor } from '../types.ts'

/** Editing a quiz step. */
export const quizEditor: StepEditor<QuizStep> = {
  kind: 'quiz',
  label: 'Quiz',
  description: 'Questions with feedback, marked',
  icon: IconListCheck,
  Canvas: later(() => import('./QuizCanvas.tsx').then((code) => code.QuizCanvas)),
  Inspector: later(() => import('./QuizInspector.tsx').then((code) => code.QuizInspector)),
}
