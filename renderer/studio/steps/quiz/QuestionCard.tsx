import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import type { QuizStep } from '../../../../shared/model/steps/quiz.ts'
import { imageAssets } from '../../../../shared/model/richtext/text.ts'
import { admitAssets } from '../../text/environment.ts'
import { RichTextEditor } from '../../text/RichTextEditor.tsx'
import type { EditFunction } from '../types.ts'
import { ChoiceEditor } from './ChoiceEditor.tsx'
import { focusChoice } from './focus.ts'
import { QuestionBar } from './QuestionBar.tsx'
import { addChoice, changeQuestion } from './quiz-actions.ts'
import { useSelectedQuestion } from './selection.ts'
import classes from './quiz.module.css'

export type QuestionCardProps = {
  step: QuizStep
  question: Question
  position: { index: number; count: number }
  findings: readonly Finding[]
  edit: EditFunction
}

/** One question: its words, its choices with the right ones marked, and what the learner is told afterwards. */
export function QuestionCard({ step, question, position, findings, edit }: QuestionCardProps) {
  const { id: selected, select } = useSelectedQuestion()
  const name = `Question ${position.index + 1}`

  const change = (label: string, recipe: (question: Question) => void, mergeKey?: string) =>
    edit(
      label,
      (draft) => changeQuestion(draft, question.id, recipe),
      mergeKey === undefined ? {} : { mergeKey: `${question.id}:${mergeKey}` },
    )

  /** Enter in a choice goes to the next one, and makes it when it was the last. */
  function goOn(index: number) {
    const next = question.choices[index + 1]
    if (next) focusChoice(question.id, next.id)
    else addOne()
  }

  function addOne() {
    let added: string | null = null
    change('Add choice', (draft) => {
      added = addChoice(draft)?.id ?? null
    })
    if (added !== null) focusChoice(question.id, added)
  }

  return (
    <section
      className={classes.card}
      aria-label={name}
      data-question={question.id}
      data-selected={selected === question.id || undefined}
      onFocusCapture={() => select(question.id)}
      onPointerDownCapture={() => select(question.id)}
    >
      <QuestionBar step={step} question={question} position={position} edit={edit} />
      <div className="stem">
        <RichTextEditor
          mode="blocks"
          label={`${name}: what is asked`}
          placeholder="What do you ask?"
          value={question.stem}
          onChange={(stem, { label, mergeKey }) =>
            edit(
              label,
              (draft) => {
                changeQuestion(draft, question.id, (record) => (record.stem = stem))
                admitAssets(draft, imageAssets(stem))
              },
              { mergeKey: mergeKey && `${question.id}:stem:${mergeKey}` },
            )
          }
        />
      </div>
      <div className="choices">
        {question.choices.map((choice, index) => (
          <ChoiceEditor
            key={choice.id}
            question={question}
            choice={choice}
            index={index}
            change={change}
            onEnter={() => goOn(index)}
          />
        ))}
      </div>
      <Button
        size="compact-sm"
        variant="subtle"
        color="gray"
        leftSection={<IconPlus size={15} />}
        disabled={question.choices.length >= 36}
        onClick={addOne}
      >
        Add choice
      </Button>
      <div className={classes.general} data-empty={question.feedback.length === 0 || undefined}>
        <RichTextEditor
          mode="inline"
          label={`${name}: feedback after any answer`}
          placeholder="Feedback after any answer"
          value={question.feedback}
          onChange={(feedback, { label, mergeKey }) =>
            change(label, (draft) => (draft.feedback = feedback), mergeKey && `feedback:${mergeKey}`)
          }
        />
      </div>
      {findings.length > 0 && (
        <ul className={classes.findings} aria-label={`To put right in ${name.toLowerCase()}`}>
          {findings.map(({ rule, message }) => (
            <li key={rule}>
              <IconAlertTriangle size={15} aria-hidden /> {message}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
