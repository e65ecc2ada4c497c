import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconTrash } from '@tabler/icons-react'
import { focusQuestion } from './focus.ts'
import { kindLabel, questionKinds } from './question-kinds.ts'
import type { QuestionCardProps } from './QuestionCard.tsx'
import { addQuestion, changeKind, copyOf, moveQuestion, removeQuestion } from './quiz-actions.ts'
import { useSelectedQuestion } from './selection.ts'
import classes from './quiz.module.css'

/** Which question this is, and what can be done with it as a whole. */
export function QuestionBar({ step, question, position, edit }: Omit<QuestionCardProps, 'findings'>) {
  const select = useSelectedQuestion((state) => state.select)
  const { index, count } = position

  function duplicate() {
    const copy = copyOf(step.id, question)
    edit('Duplicate question', (draft) => addQuestion(draft, step.id, copy, question.id))
    select(copy.id)
    focusQuestion(copy.id)
  }

  return (
    <header className={classes.bar}>
      <span className={classes.number}>
        Question {index + 1} of {count}
      </span>
      <span className={classes.kind}>{kindLabel(question.kind)}</span>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`More for question ${index + 1}`}>
            <IconDots size={17} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {questionKinds
            .filter(({ kind }) => kind !== question.kind)
            .map(({ kind, label, Icon }) => (
              <Menu.Item
                key={kind}
                leftSection={<Icon size={15} />}
                onClick={() => edit('Change question kind', (draft) => changeKind(draft, question.id, kind))}
              >
                Make it {label.toLowerCase()}
              </Menu.Item>
            ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconArrowUp size={15} />}
            disabled={index === 0}
            onClick={() => edit('Move question', (draft) => moveQuestion(draft, step.id, question.id, -1))}
          >
            Move up
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={15} />}
            disabled={index === count - 1}
            onClick={() => edit('Move question', (draft) => moveQuestion(draft, step.id, question.id, 1))}
          >
            Move down
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={15} />} onClick={duplicate}>
            Duplicate
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} />}
            onClick={() => {
              edit('Delete question', (draft) => removeQuestion(draft, step.id, question.id))
              select(null)
            }}
          >
            Delete question
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </header>
  )
}
