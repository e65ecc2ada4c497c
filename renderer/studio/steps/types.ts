import type { ImportMedia } from '../media/useMedia.ts'
import type { ComponentType } from 'react'
import type { Asset } from '../../../shared/model/asset.ts'
import type { Draft } from '../../../shared/model/edit.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import type { Step, StepKind } from '../../../shared/model/steps/index.ts'

/**
 * Makes one edit: it shows at once and is saved in the background. `label` is what undo calls it (“Undo reorder steps”).
 * Edits in a row with the same `mergeKey` become one undo step: typing in a field, until it pauses for a second or is left.
 * A drag is one step however long it takes; its key begins with `drag:` and is new with every drag.
 */
export type EditFunction = (
  label: string,
  recipe: (draft: Draft) => void,
  options?: { mergeKey?: string },
) => void

/** What the editor lends a step's canvas and inspector. */
export type StepEditorProps<S extends Step> = {
  step: S
  /** The records of the open module, among them this step's questions and assets. */
  records: RecordMap
  edit: EditFunction
  /** Where the bytes of an asset load from, for `src`. */
  readonly mediaUrl: (asset: Asset) => string
  /** The asset is then on disk and among the records; the first edit that uses it is one undo step with its import. */
  importMedia: ImportMedia
  /** The project's undo and redo, for what has a way of its own to ask for them: text, and the browser's menu in it. */
  undo: () => void
  redo: () => void
}

/** What the studio needs to know to edit one kind of step. */
export type StepEditor<S extends Step> = {
  kind: S['kind']
  /** The kind's name, as on the button that adds one: `Page`. */
  label: string
  /** What it is for, in half a sentence, for the menu that adds one. */
  description: string
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /**
   * The step as the learner meets it, edited in place, inside the phone frame. The editor draws the frame and the step's
   * title (the screen's h1); the canvas draws what comes below the title.
   */
  Canvas: ComponentType<StepEditorProps<S>>
  /** What cannot be edited in place: the settings, on the right. */
  Inspector: ComponentType<StepEditorProps<S>>
  /** What needs the whole width, below the canvas: a trim bar, a map. Absent where nothing does. */
  Timeline?: ComponentType<StepEditorProps<S>>
}

/** A step editor whose kind is known only at run time. */
export type AnyStepEditor = Omit<StepEditor<Step>, 'kind'> & { kind: StepKind }
