import { IconFileText } from '@tabler/icons-react'
import type { PageStep } from '../../../../shared/model/steps/page.ts'
import { later } from '../../ui/later.tsx'
import type { StepEditor } from '../types.ts'

/** Editing a text page. */
export const pageEditor: StepEditor<PageStep> = {
  kind: 'page',
  label: 'Page',
  description: 'Words and pictures to read',
  icon: IconFileText,
  Canvas: later(() => import('./PageCanvas.tsx').then((code) => code.PageCanvas)),
  Inspector: later(() => import('./PageInspector.tsx').then((code) => code.PageInspector)),
}
