import { useMemo } from 'react'
import { useDocument, useDocumentState } from '../document/DocumentProvider.tsx'
import type { Step } from '../../../shared/model/steps/index.ts'
import { useTravel } from '../document/useTravel.ts'
import { useMedia } from '../media/useMedia.ts'
import { stepEditorOf } from './index.ts'
import type { AnyStepEditor, StepEditorProps } from './types.ts'

/** A step with its editor and all that it is lent; null when it is gone. */
export function useStudioStep(id: string): { editor: AnyStepEditor; props: StepEditorProps<Step> } | null {
  const { edit } = useDocument()
  const records = useDocumentState((state) => state.records)
  const media = useMedia()
  const travel = useTravel()
  const history = useMemo(
    () => ({ undo: () => void travel('undo'), redo: () => void travel('redo') }),
    [travel],
  )
  const step = records[id]
  if (step?.type !== 'step') return null
  const editor = stepEditorOf(step.kind)
  return editor && { editor, props: { step, records, edit, ...media, ...history } }
}
