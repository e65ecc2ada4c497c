import { NumberInput, Switch } from '@mantine/core'
import type { Module } from '../../../../shared/model/module.ts'
import { ExplainedSelect } from '../ExplainedSelect.tsx'
import { Section } from '../Section.tsx'
import { attemptsMeaning, navigationChoices, resumeChoices } from './choices.ts'
import { useModuleEdit } from './useModuleEdit.ts'

/** What a learner may do in the module: where to go, how to come back, how often to try, how to leave. */
export function LearnerSection({ module }: { module: Module }) {
  const { behave } = useModuleEdit(module.id)
  const { navigation, resume, attempts, exitButton } = module.behaviour
  return (
    <Section title="For the learner">
      <ExplainedSelect
        label="Going through the steps"
        choices={navigationChoices}
        value={navigation}
        onChange={(next) => behave('Set navigation', { navigation: next })}
      />
      <ExplainedSelect
        label="Coming back"
        choices={resumeChoices}
        value={resume}
        onChange={(next) => behave('Set coming back', { resume: next })}
      />
      <NumberInput
        label="Attempts at each quiz"
        description={attemptsMeaning(attempts)}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={attempts ?? ''}
        placeholder="As many as they like"
        min={1}
        max={50}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        onChange={(next) =>
          behave(
            'Set attempts',
            { attempts: typeof next === 'number' && next > 0 ? next : null },
            `attempts:${module.id}`,
          )
        }
      />
      <Switch
        label="Exit button"
        description={
          exitButton
            ? 'The player offers to leave; what was done is saved first.'
            : 'Learners leave by closing the page; what was done is saved as they go.'
        }
        checked={exitButton}
        onChange={(event) => behave('Set exit button', { exitButton: event.currentTarget.checked })}
      />
    </Section>
  )
}
