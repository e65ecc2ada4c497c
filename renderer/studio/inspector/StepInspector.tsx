import { useDocumentState } from '../document/DocumentProvider.tsx'
import { useStudioStep } from '../steps/useStudioStep.ts'
import { OutcomeField } from './OutcomeField.tsx'
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
  return (
    <>
      <h2 className={classes.title}>
        <Icon size={17} stroke={1.8} /> {editor.label}
      </h2>
      <Inspector {...props} />
      <Section title="Purpose">
        <OutcomeField module={module} props={props} outcomes={outcomes} />
      </Section>
    </>
  )
}
