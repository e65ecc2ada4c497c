import type { PreviewConditions } from '../../../../../shared/bundle/preview-conditions.ts'
import type { Documents } from './documents.ts'
import type { Statement } from './statement.ts'

/** A request as it is told: the raw words, not yet explained. */
export type LrsCall = { method: string; element: string; value: string; result: string; error: string }

export type LrsState = {
  registration: string
  documents: Documents
  statements: Statement[]
  /** How many statements there were when the visit began. */
  visitBegins: number
}

export type LrsSettings = {
  /** Whether cmi5's rules are kept, beside xAPI's. */
  isCmi5: boolean
  /** 0 to 1; null without a pass mark. */
  mastery: number | null
  conditions: () => PreviewConditions
  onCall: (call: LrsCall) => void
}
