import type { Code, RootContent } from 'mdast'
import type { Asset, AssetKind } from '../../../../shared/model/asset.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { Step, StepKind } from '../../../../shared/model/steps/index.ts'
import type { MarkdownContext } from '../markdown/context.ts'
import type { Notes } from '../report.ts'
import type { Ids } from './ids.ts'

/** The asset of the file at `path` if it can be had and is of `kind`; else null, and that has been reported. */
export type MediaLookup = (path: string, line: number, kind: AssetKind) => Asset | null

/** What reading a step needs to know of its module. */
export type ReadContext = {
  notes: Notes
  markdown: MarkdownContext
  media: MediaLookup
  ids: Ids
  /** The module's language. */
  language: string
}

/** A step as the source holds it, its heading read already. */
export type StepPart = {
  line: number
  base: Pick<Step, 'id' | 'type' | 'title' | 'outcome' | 'alternatives'>
  /** Everything between this heading and the next but the activity. */
  text: RootContent[]
  /** The fenced activity; null for a page. */
  fence: Code | null
}

/** What writing a step needs to know of its module. */
export type WriteContext = {
  record: (id: string) => ProjectRecord | undefined
  /** The path that the source names an asset by. */
  pathOf: (asset: string) => string
  language: string
}

/** How one kind of step is read and written. */
export type SourceStepKind<Kind extends StepKind> = {
  kind: Kind
  /** The fence's name; null for the kind that has none. */
  fence: string | null
  /** The step, then the records it owns. */
  read: (part: StepPart, context: ReadContext) => ProjectRecord[]
  /** Markdown of everything after the heading, ending with a line end unless it is empty. */
  write: (step: Extract<Step, { kind: Kind }>, context: WriteContext) => string
}
