import { Select } from '@mantine/core'
import { useDocumentState } from '../document/DocumentProvider.tsx'
import { useStudioStep } from '../steps/useStudioStep.ts'
import { Section } from './Section.tsx'
import classes from './inspector.module.css'

/** The settings of a step: its kind's own, and the outcome it serves. */
export function StepInspector({ module, id }: { module: string; id: string }) {
  const found = useStudioStep(id)
  const outcomes = useDocumentState((state) => {
    const record = state.records[module]
    return record?.type === 'module' ? record.outcomes : null
  })
  if (!found || outcomes === null) return null
  const { editor, props } = found
  const { Inspector, icon: Icon } = editor
  const choices = outcomes.flatMap((outcome) => {
    const record = props.records[outcome]
    return record?.type === 'outcome'
      ? [{ value: outcome, label: record.text || 'Outcome without words' }]
      : []
  })
  return (
    <>
      <h2 className={classes.title}>
        <Icon size={17} stroke={1.8} /> {editor.label}
      </h2>
      <Inspector {...props} />
      {choices.length > 0 && (
        <Section title="Purpose">
          <Select
            label="Outcome this step serves"
            placeholder="None"
            data={choices}
            value={props.step.outcome}
            clearable
            clearButtonProps={{ 'aria-label': 'No outcome' }}
            onChange={(outcome) =>
              props.edit('Set outcome', (draft) => {
                const step = draft[id]
                if (step?.type === 'step') step.outcome = outcome
              })
            }
          />
        </Section>
      )}
    </>
  )
}
