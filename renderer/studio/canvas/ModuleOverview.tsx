import { Text, UnstyledButton } from '@mantine/core'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import { nameOf } from '../outline/names.ts'
import { stepEditorOf } from '../steps/index.ts'
import { PhoneFrame } from './PhoneFrame.tsx'
import { StepKinds } from './StepKinds.tsx'
import { TitleField } from './TitleField.tsx'
import classes from './canvas.module.css'

/** A module as a whole: its title, its steps in order, and what to add next. */
export function ModuleOverview({ id }: { id: string }) {
  const { select } = useDocument()
  const records = useDocumentState((state) => state.records)
  const module = records[id]
  if (module?.type !== 'module') return null
  const steps = module.steps.flatMap((step) => {
    const record = records[step]
    return record?.type === 'step' ? [record] : []
  })
  return (
    <div className={classes.stage}>
      <PhoneFrame label="The module">
        <div className={classes.overview}>
          <h1 className={classes.overviewTitle}>
            <TitleField
              id={id}
              title={module.title}
              label="Module title"
              placeholder="Title of this module"
            />
          </h1>
          {steps.length > 0 && (
            <ol className={classes.stepList}>
              {steps.map((step, index) => {
                const Icon = stepEditorOf(step.kind)?.icon
                return (
                  <li key={step.id}>
                    <UnstyledButton
                      className={classes.stepCard}
                      onClick={() => select({ module: id, step: step.id })}
                    >
                      <span className={classes.stepNumber}>{index + 1}</span>
                      <span className={classes.stepName}>{nameOf(step)}</span>
                      {Icon && <Icon size={17} stroke={1.6} />}
                    </UnstyledButton>
                  </li>
                )
              })}
            </ol>
          )}
          <Text size="sm" c="dimmed" mb={8} mt={steps.length > 0 ? 'lg' : 4}>
            {steps.length > 0 ? 'Add a step' : 'What should the learner meet first?'}
          </Text>
          <StepKinds module={id} />
        </div>
      </PhoneFrame>
    </div>
  )
}
