import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconTrash } from '@tabler/icons-react'
import type { Choice } from '../../../../shared/model/questions/base.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import { RichTextEditor } from '../../text/RichTextEditor.tsx'
import { isRight, moveChoice, removeChoice, setRight } from './quiz-actions.ts'
import classes from './quiz.module.css'

export type ChangeQuestion = (label: string, recipe: (question: Question) => void, mergeKey?: string) => void

type ChoiceEditorProps = {
  question: Question
  choice: Choice
  index: number
  change: ChangeQuestion
  /** Enter in the choice's words: the author wants the next choice. */
  onEnter: () => void
}

/** One choice: whether it is right, its words, and what a learner who picks it is told. */
export function ChoiceEditor({ question, choice, index, change, onEnter }: ChoiceEditorProps) {
  const isSingle = question.kind === 'single-choice'
  const name = `Choice ${index + 1}`
  const right = isRight(choice)

  const write =
    (field: 'text' | 'feedback') =>
    (value: Choice['text'], { label, mergeKey }: { label: string; mergeKey?: string }) =>
      change(
        label,
        (draft) => {
          const target = draft.choices.find(({ id }) => id === choice.id)
          if (target) target[field] = value
        },
        mergeKey && `${field}:${choice.id}:${mergeKey}`,
      )

  return (
    <div className={`choice ${classes.choice}`} data-choice={choice.id} data-right={right || undefined}>
      <div className={classes.choiceLine}>
        <input
          className="choice-input"
          type={isSingle ? 'radio' : 'checkbox'}
          name={`right-${question.id}`}
          checked={right}
          aria-label={`${name} is right`}
          title={right ? 'Right' : 'Mark as right'}
          onChange={(event) => {
            const { checked } = event.currentTarget
            change('Mark right answer', (draft) => setRight(draft, choice.id, checked))
          }}
        />
        <div className={classes.choiceWords}>
          <RichTextEditor
            mode="inline"
            label={name}
            placeholder={`Choice ${index + 1}`}
            value={choice.text}
            onChange={write('text')}
            onEnter={onEnter}
            onErase={() => change('Delete choice', (draft) => removeChoice(draft, choice.id))}
          />
          {right && <span className={classes.rightWord}>Right</span>}
        </div>
        <Menu position="bottom-end" width={170}>
          <Menu.Target>
            <ActionIcon
              className={classes.choiceMenu}
              variant="subtle"
              color="gray"
              aria-label={`More for choice ${index + 1}`}
            >
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconArrowUp size={15} />}
              disabled={index === 0}
              onClick={() => change('Move choice', (draft) => moveChoice(draft, choice.id, -1))}
            >
              Move up
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowDown size={15} />}
              disabled={index === question.choices.length - 1}
              onClick={() => change('Move choice', (draft) => moveChoice(draft, choice.id, 1))}
            >
              Move down
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTrash size={15} />}
              onClick={() => change('Delete choice', (draft) => removeChoice(draft, choice.id))}
            >
              Delete choice
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      <div className={classes.feedback} data-empty={choice.feedback.length === 0 || undefined}>
        <RichTextEditor
          mode="inline"
          label={`Feedback for choice ${index + 1}`}
          placeholder="Feedback for those who pick it"
          value={choice.feedback}
          onChange={write('feedback')}
        />
      </div>
    </div>
  )
}
