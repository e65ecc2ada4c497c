import type { ComponentType } from 'react'
import type { BundleQuestion } from '../../../shared/bundle/format.ts'
import type { Words } from '../words/words.ts'
import { ChoicesView } from './ChoicesView.tsx'
import type { ResponseViewProps } from './types.ts'

/** How a learner answers each kind of question: a new kind is a file beside this one and a line here. */
const views: {
  [Kind in BundleQuestion['kind']]: {
    View: ComponentType<ResponseViewProps<Extract<BundleQuestion, { kind: Kind }>>>
    /** The player's words that say what to do. */
    hint: keyof Words
  }
} = {
  'single-choice': { View: ChoicesView, hint: 'chooseOne' },
  'multiple-response': { View: ChoicesView, hint: 'chooseSeveral' },
}

/** The part of a question in which the learner answers, whatever its kind, with what to do above it. */
export function ResponseView(props: ResponseViewProps<BundleQuestion>) {
  const { View, hint } = views[props.question.kind] as {
    View: ComponentType<ResponseViewProps<BundleQuestion>>
    hint: keyof Words
  }
  return (
    <>
      <p className="hint">{props.words[hint]}</p>
      <View {...props} />
    </>
  )
}
