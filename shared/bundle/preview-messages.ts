import {
  isOneOf,
  isPreviewConditions,
  previewFormats,
  previewStarts,
  type PreviewConditions,
  type PreviewFormat,
  type PreviewStart,
} from './preview-conditions.ts'

/** One thing that happened between the module and the LMS, as it was, not yet in words. */
export type PreviewCall = {
  /** Counts up within a run. */
  number: number
  /** Milliseconds since 1970. */
  at: number
  /** Who was spoken to: a SCORM run-time, an LRS; `visit` is what happened to the page itself. */
  source: 'scorm12' | 'scorm2004' | 'lrs' | 'visit'
  /** `LMSSetValue`, `PUT statements`, `opened` … */
  method: string
  /** The element, or what the request was about. */
  element: string
  value: string
  /** The answer. */
  result: string
  /** The error number, or the HTTP status of a refusal; `0` when all is well. */
  error: string
}

/**
 * What the preview's host page, which stands in for the LMS, tells the studio with `postMessage`. The studio believes a
 * message only when its origin is the previews' own and its source is the preview's frame.
 */
export type PreviewMessage = {
  source: 'morsel-preview'
  type: 'recorded'
  format: PreviewFormat
  /** One more with every start from the beginning; calls of an earlier run are history. */
  run: number
  /** Whether the module is open; not, once its tab was closed. */
  isOpen: boolean
  /** Everything the LMS was told, by its name there: `cmi.core.lesson_status` is `incomplete`. */
  values: Record<string, string>
  /** What of it the LMS keeps, should the learner leave now. */
  kept: Record<string, string>
  /** Whether nothing waits: a learner who closes the window now loses nothing. */
  isCommitted: boolean
  /** What an LRS has, oldest first; empty for SCORM. */
  statements: unknown[]
  /** What happened since the last message. */
  calls: PreviewCall[]
  /** The conditions the module is under. */
  conditions: PreviewConditions
}

/** Whether something a window sent is a message of the preview's. */
export function isPreviewMessage(data: unknown): data is PreviewMessage {
  if (typeof data !== 'object' || data === null) return false
  const message = data as Record<string, unknown>
  return (
    message.source === 'morsel-preview' &&
    message.type === 'recorded' &&
    isOneOf(previewFormats, message.format) &&
    typeof message.run === 'number' &&
    typeof message.isOpen === 'boolean' &&
    isWords(message.values) &&
    isWords(message.kept) &&
    typeof message.isCommitted === 'boolean' &&
    Array.isArray(message.statements) &&
    Array.isArray(message.calls) &&
    message.calls.every(isPreviewCall) &&
    isPreviewConditions(message.conditions)
  )
}

function isWords(data: unknown): data is Record<string, string> {
  return (
    typeof data === 'object' &&
    data !== null &&
    Object.values(data).every((value) => typeof value === 'string')
  )
}

function isPreviewCall(data: unknown): data is PreviewCall {
  if (typeof data !== 'object' || data === null) return false
  const { number, at, ...words } = data as Record<string, unknown>
  return typeof number === 'number' && typeof at === 'number' && isWords(words)
}

/**
 * What the studio asks of the preview's host page. `start-over` forgets all and opens the module for the learner named (a
 * new one at `step`); `resume` leaves as a learner does and comes back; `close-tab` ends the page without a word, as a killed tab does.
 */
export type PreviewCommand = { target: 'morsel-preview' } & (
  | { type: 'start-over'; as: PreviewStart; step: string | null }
  | { type: 'resume' }
  | { type: 'close-tab' }
  | { type: 'conditions'; conditions: PreviewConditions }
)

/** Whether something a window sent is a command for the preview. */
export function isPreviewCommand(data: unknown): data is PreviewCommand {
  if (typeof data !== 'object' || data === null) return false
  const command = data as Record<string, unknown>
  if (command.target !== 'morsel-preview') return false
  if (command.type === 'start-over')
    return isOneOf(previewStarts, command.as) && (command.step === null || typeof command.step === 'string')
  if (command.type === 'conditions') return isPreviewConditions(command.conditions)
  return command.type === 'resume' || command.type === 'close-tab'
}

/** A learner's record, made by really going through the module; the host page puts it into the LMS's own terms. */
export type PreparedAttempt = {
  packed: string
  step: string | null
  isComplete: boolean
  success: 'passed' | 'failed' | null
  score: number | null
  progress: number
}

/** What the host page finds in `launch.json` beside it. */
export type PreviewLaunch = {
  /** The score in percent that the manifest asks for; null without a pass mark. */
  mastery: number | null
  /** What each learner brings along; null where the module cannot have such a learner. `first` brings nothing. */
  attempts: { [Start in Exclude<PreviewStart, 'first'>]: PreparedAttempt | null }
}
