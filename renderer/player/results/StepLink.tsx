import type { BundleStep } from '../../../shared/bundle/format.ts'

/** A step's title that leads to it. */
export function StepLink({ step }: { step: BundleStep }) {
  return (
    <button type="button" className="link" data-do="go" data-step={step.id}>
      {step.title}
    </button>
  )
}
