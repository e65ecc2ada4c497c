import type { PageStep } from '../../model/steps/page.ts'
import type { CompileContext } from '../context.ts'
import type { PageBundleStep } from '../format.ts'
import { richTextHtml } from '../html.ts'

export function compilePage(step: PageStep, context: CompileContext): PageBundleStep {
  return { id: step.id, title: step.title, kind: 'page', html: richTextHtml(step.body, context.html) }
}
