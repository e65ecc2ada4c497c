import type { PageBundleStep } from '../../../shared/bundle/format.ts'
import { Content } from '../frame/Content.tsx'

/** A text page. */
export function PageView({ step }: { step: Pick<PageBundleStep, 'html'> }) {
  return <Content html={step.html} />
}
