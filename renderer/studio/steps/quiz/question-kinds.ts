import { IconCircleDot, IconSquareCheck } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import type { QuestionKind } from '../../../../shared/model/questions/index.ts'

type QuestionKindCard = {
  kind: QuestionKind
  label: string
  description: string
  Icon: ComponentType<{ size?: number | string; stroke?: number | string }>
}

/** The kinds of question an author can add: a new kind is a line here. */
export const questionKinds: readonly QuestionKindCard[] = [
  { kind: 'single-choice', label: 'Single choice', description: 'One answer is right', Icon: IconCircleDot },
  {
    kind: 'multiple-response',
    label: 'Multiple response',
    description: 'Several answers may be right',
    Icon: IconSquareCheck,
  },
]

export function kindLabel(kind: QuestionKind): string {
  return questionKinds.find((card) => card.kind === kind)?.label ?? kind
}
