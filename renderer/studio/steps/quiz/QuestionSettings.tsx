import { NumberInput, Radio, Stack, Switch } from '@mantine/core'
import { markingInWords } from '../../../../shared/activity/questions/for-authors/index.ts'
import type { Question } from '../../../../shared/model/questions/index.ts'
import { plainInline } from '../../../../shared/model/richtext/text.ts'
import { Section } from '../../inspector/Section.tsx'
import type { EditFunction } from '../types.ts'
import { changeQuestion } from './quiz-actions.ts'
import classes from './quiz.module.css'

/** What one question is worth and how it is marked, in numbers and in words. */
export function QuestionSettings({
  number,
  question,
  edit,
}: {
  number: number
  question: Question
  edit: EditFunction
}) {
  const change = (label: string, recipe: (question: Question) => void, mergeKey?: string) =>
    edit(
      label,
      (draft) => changeQuestion(draft, question.id, recipe),
      mergeKey === undefined ? {} : { mergeKey: `${question.id}:${mergeKey}` },
    )

  return (
    <Section title={`Question ${number}`}>
      <NumberInput
        label="Weight"
        description="Points for a full answer"
        min={0}
        max={1000}
        decimalScale={2}
        clampBehavior="strict"
        value={question.points}
        onChange={(points) => {
          if (typeof points === 'number') change('Set weight', (draft) => (draft.points = points), 'points')
        }}
      />
      <Switch
        label="Choices in a random order"
        checked={question.shuffle}
        onChange={(event) => {
          const { checked } = event.currentTarget
          change('Shuffle choices', (draft) => (draft.shuffle = checked))
        }}
      />
      {question.kind === 'multiple-response' && (
        <Radio.Group
          label="Marking"
          value={question.marking}
          onChange={(marking) =>
            change('Set marking', (draft) => {
              if (
                draft.kind === 'multiple-response' &&
                (marking === 'all-or-nothing' || marking === 'per-choice')
              )
                draft.marking = marking
            })
          }
        >
          <Stack gap={8} mt={6}>
            <Radio value="all-or-nothing" label="All or nothing" />
            <Radio value="per-choice" label="Choice by choice" />
          </Stack>
        </Radio.Group>
      )}
      {question.kind === 'multiple-response' && question.marking === 'per-choice' && (
        <fieldset className={classes.credits}>
          <legend>Credit of each choice, in percent</legend>
          {question.choices.map(({ id, text, credit }, index) => (
            <NumberInput
              key={id}
              label={plainInline(text).trim() || `Choice ${index + 1}`}
              min={-100}
              max={100}
              decimalScale={5}
              clampBehavior="strict"
              suffix=" %"
              value={credit}
              onChange={(value) => {
                if (typeof value !== 'number') return
                change(
                  'Set credit',
                  (draft) => {
                    const choice = draft.choices.find((candidate) => candidate.id === id)
                    if (choice) choice.credit = value
                  },
                  `credit:${id}`,
                )
              }}
            />
          ))}
        </fieldset>
      )}
      <p className={classes.marking} role="status">
        {markingInWords(question)}
      </p>
    </Section>
  )
}
