import type { Module } from '../../../../shared/model/module.ts'
import { ExplainedSelect } from '../ExplainedSelect.tsx'
import { NeededPercent } from '../NeededPercent.tsx'
import { Section } from '../Section.tsx'
import { completionChoices } from './choices.ts'
import { useModuleEdit } from './useModuleEdit.ts'

/** When a learner has passed the module, and when it is complete: what the LMS is told. */
export function CompletionSection({ module }: { module: Module }) {
  const { set, behave } = useModuleEdit(module.id)
  return (
    <Section title="Passing and completing">
      <NeededPercent
        label="Learners need a score to pass"
        description={
          module.pass === null
            ? 'Without one the LMS hears of completion alone.'
            : 'Below the mark the LMS records “failed”.'
        }
        percentLabel="Pass mark"
        percentDescription="Percent of all quiz points in this module"
        usual={80}
        min={0}
        value={module.pass}
        onSwitch={(pass) => set('Set pass mark', (record) => (record.pass = pass))}
        onPercent={(pass) => set('Set pass mark', (record) => (record.pass = pass), `pass:${module.id}`)}
      />
      <ExplainedSelect
        label="Complete when"
        choices={completionChoices}
        value={module.behaviour.completion}
        onChange={(completion) => behave('Set completion', { completion })}
      />
    </Section>
  )
}
