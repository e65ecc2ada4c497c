import { imageAssets } from '../../../../shared/model/richtext/text.ts'
import type { VideoStep } from '../../../../shared/model/steps/video.ts'
import { admitAssets } from '../../text/environment.ts'
import { RichTextEditor } from '../../text/RichTextEditor.tsx'
import { StepText } from '../StepText.tsx'
import type { StepEditorProps } from '../types.ts'

/** What the learner reads above the video. */
export function VideoIntro(props: StepEditorProps<VideoStep>) {
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
              if (record?.type !== 'step' || record.kind !== 'video') return
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
