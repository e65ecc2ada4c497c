import { imageAssets } from '../../../shared/model/richtext/text.ts'
import type { Step } from '../../../shared/model/steps/index.ts'
import { admitAssets } from '../text/environment.ts'
import { RichTextEditor } from '../text/RichTextEditor.tsx'
import { StepText } from './StepText.tsx'
import type { StepEditorProps } from './types.ts'

/** Steps with words above their activity. */
type IntroducedStep = Extract<Step, { intro: unknown }>

/** What the learner reads above a step's activity. */
export function StepIntro(props: StepEditorProps<IntroducedStep>) {
  const { step, edit } = props
  return (
    <StepText step={step} lent={props}>
      <RichTextEditor
        mode="blocks"
        label="Introduction"
        placeholder="Introduction (may stay empty)"
        value={step.intro}
        onChange={(intro, { label, mergeKey }) =>
          edit(
            label,
            (draft) => {
              const record = draft[step.id]
              if (record?.type !== 'step' || !('intro' in record)) return
              record.intro = intro
              admitAssets(draft, imageAssets(intro))
            },
            { mergeKey: mergeKey && `intro:${step.id}:${mergeKey}` },
          )
        }
      />
    </StepText>
  )
}
