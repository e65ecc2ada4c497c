import { type ReactNode, useMemo } from 'react'
import { wordsFor } from '../../../shared/bundle/words.ts'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Step } from '../../../shared/model/steps/index.ts'
import { TextEnvironmentContext } from '../text/environment.ts'
import { languageOf } from './language.ts'
import type { StepEditorProps } from './types.ts'

type Lent = Pick<StepEditorProps<Step>, 'records' | 'mediaUrl' | 'importMedia' | 'undo' | 'redo'>

/** Lends the texts of a step what they need: the module's language, its pictures, the project's undo. */
export function StepText({ step, lent, children }: { step: Step; lent: Lent; children: ReactNode }) {
  const { records, mediaUrl, importMedia, undo, redo } = lent
  const language = useMemo(() => languageOf(records, step.id), [records, step.id])
  const environment = useMemo(
    () => ({
      language,
      words: wordsFor(language),
      asset: (id: string): Asset | null => {
        const record = records[id]
        return record?.type === 'asset' ? record : null
      },
      mediaUrl,
      importMedia,
      undo,
      redo,
    }),
    [language, records, mediaUrl, importMedia, undo, redo],
  )
  return <TextEnvironmentContext value={environment}>{children}</TextEnvironmentContext>
}
