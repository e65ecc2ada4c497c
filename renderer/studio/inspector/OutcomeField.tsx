import { Button, Select, Text } from '@mantine/core'
import type { Step } from '../../../shared/model/steps/index.ts'
import { useDocument } from '../document/DocumentProvider.tsx'
import type { StepEditorProps } from '../steps/types.ts'

/** Which of the module's outcomes a step serves; a module without any is pointed to. */
export function OutcomeField({
  module,
  props: { step, records, edit },
  outcomes,
}: {
  module: string
  props: StepEditorProps<Step>
  outcomes: readonly string[]
}) {
  const { select } = useDocument()
  const choices = outcomes.flatMap((outcome) => {
    const record = records[outcome]
    return record?.type === 'outcome'
      ? [{ value: outcome, label: record.text || 'Outcome without words' }]
      : []
  })
  if (choices.length === 0)
    return (
      <>
        <Text size="xs" c="dimmed">
          The module has no outcomes yet. Once it says what learners can do afterwards, choose here which of
          it this step serves.
        </Text>
        <Button size="xs" variant="default" onClick={() => select({ module, step: null })}>
          Go to the module’s outcomes
        </Button>
      </>
    )
  return (
    <Select
      label="Outcome this step serves"
      description="The LMS knows outcomes as objectives: this step counts towards the one chosen."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder="None"
      data={choices}
      value={step.outcome}
      clearable
      clearButtonProps={{ 'aria-label': 'No outcome' }}
      onChange={(outcome) =>
        edit('Set outcome', (draft) => {
          const record = draft[step.id]
          if (record?.type === 'step') record.outcome = outcome
        })
      }
    />
  )
}
