import { IconFileText } from '@tabler/icons-react'
import type { PageStep } from '../../../../shared/model/steps/page.ts'
import type { StepEditor } from '../types.ts'
import { PageCanvas } from './PageCanvas.tsx'
import { PageInspector } from './PageInspector.tsx'

/** Editing a text page. */
export const pageEditor: StepEditor<PageStep> = {
  kind: 'page',
  label: 'Page',
  description: 'Words and pictures to read',
  icon: IconFileText,
  Canvas: PageCanvas,
  Inspector: PageInspector,
}
