import { Button, Menu, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { QuestionKind } from '../../../../shared/model/questions/index.ts'
import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'
import type { EditFunction } from '../types.ts'
import { focusQuestion } from './focus.ts'
import { questionKinds } from './question-kinds.ts'
import { addQuestion, newQuestionFor } from './quiz-actions.ts'
import { useSelectedQuestion } from './selection.ts'

/** Adds a question of any kind at the end, and puts the caret into it. */
export function AddQuestion({ step, edit }: { step: QuizStep; edit: EditFunction }) {
  const select = useSelectedQuestion((state) => state.select)

  function add(kind: QuestionKind) {
    const question = newQuestionFor(step.id, kind)
    edit('Add question', (draft) => addQuestion(draft, step.id, question, null))
    select(question.id)
    focusQuestion(question.id)
  }

  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <Button variant="default" fullWidth leftSection={<IconPlus size={16} />}>
          Add question
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {questionKinds.map(({ kind, label, description, Icon }) => (
          <Menu.Item key={kind} leftSection={<Icon size={18} />} onClick={() => add(kind)}>
            <Text size="sm" fw={560}>
              {label}
            </Text>
            <Text size="xs" c="dimmed">
              {description}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
