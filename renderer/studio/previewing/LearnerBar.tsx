import { NativeSelect, SegmentedControl } from '@mantine/core'
import type { PreviewStart } from '../../../shared/bundle/preview-conditions.ts'
import { startOptions } from './words/conditions.ts'
import classes from './preview.module.css'

type Learner = { as: PreviewStart; isAtStep: boolean }

/** Whom the module is opened for, and where. */
export function LearnerBar({
  learner,
  starts,
  hasStep,
  onChange,
}: {
  learner: Learner
  /** The learners, beside a new one, that this module can have. */
  starts: readonly PreviewStart[]
  hasStep: boolean
  onChange: (learner: Learner) => void
}) {
  const options = startOptions.filter(({ value }) => value === 'first' || starts.includes(value))
  return (
    <div className={classes.controls}>
      {hasStep && learner.as === 'first' && (
        <SegmentedControl
          size="xs"
          aria-label="Where to start"
          value={learner.isAtStep ? 'step' : 'beginning'}
          onChange={(value) => onChange({ ...learner, isAtStep: value === 'step' })}
          data={[
            { value: 'step', label: 'This step' },
            { value: 'beginning', label: 'From the beginning' },
          ]}
        />
      )}
      <NativeSelect
        size="xs"
        aria-label="Preview as"
        value={learner.as}
        onChange={({ currentTarget }) => onChange({ ...learner, as: currentTarget.value as PreviewStart })}
        data={options.map(({ value, label }) => ({ value, label }))}
      />
    </div>
  )
}
