import { imageAssets } from '../../../../shared/model/richtext/text.ts'
import type { PageStep } from '../../../../shared/model/steps/page.ts'
import { admitAssets } from '../../text/environment.ts'
import { RichTextEditor } from '../../text/RichTextEditor.tsx'
import { StepText } from '../StepText.tsx'
import type { StepEditorProps } from '../types.ts'

/** The page as the learner reads it, written in place. */
export function PageCanvas({ step, edit, ...lent }: StepEditorProps<PageStep>) {
  return (
    <StepText step={step} lent={lent}>
      <RichTextEditor
        mode="blocks"
        isTall
        label="Page text"
        placeholder="Write what the learner should read. One idea a page is plenty."
        value={step.body}
        onChange={(body, { label, mergeKey }) =>
          edit(
            label,
            (draft) => {
              const page = draft[step.id]
              if (page?.type !== 'step' || page.kind !== 'page') return
              page.body = body
              admitAssets(draft, imageAssets(body))
            },
            { mergeKey },
          )
        }
      />
    </StepText>
  )
}
