import type { StepKind } from '../../../shared/model/steps/index.ts'
import { pageEditor } from './page/index.ts'
import { podcastEditor } from './podcast/index.ts'
import { quizEditor } from './quiz/index.ts'
import { videoEditor } from './video/index.ts'
import type { AnyStepEditor, StepEditor } from './types.ts'
import type { Step } from '../../../shared/model/steps/index.ts'

/** The registry of step editors: a new kind is a folder beside this file and a line here. */
export const stepEditors: readonly AnyStepEditor[] = [
  registered(pageEditor),
  registered(videoEditor),
  registered(podcastEditor),
  registered(quizEditor),
]

/** The editor of a kind of step, or null when this studio has none. */
export function stepEditorOf(kind: StepKind): AnyStepEditor | null {
  return stepEditors.find((editor) => editor.kind === kind) ?? null
}

/** Forgets which kind an editor is for, so that editors of all kinds fit one list. */
export function registered<S extends Step>(editor: StepEditor<S>): AnyStepEditor {
  return editor as unknown as AnyStepEditor
}
