import type { PageStep } from '../../model/steps/page.ts'
import type { CompileContext } from '../context.ts'
import type { PageBundleStep } from '../format.ts'
import { richTextHtml } from '../html.ts'

export function compilePage(step: PageStep, context: CompileContext): PageBundleStep {
  const { id, title, outcome } = step
  return { id, title, outcome, kind: 'page', html: richTextHtml(step.body, context.html) }
}
