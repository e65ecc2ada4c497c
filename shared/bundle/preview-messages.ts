/**
 * What the preview's host page, which stands in for the LMS, tells the studio with `postMessage`. The studio believes a
 * message only when its origin is the previews' own and its source is the preview's frame.
 */
export type PreviewMessage = {
  source: 'morsel-preview'
  type: 'recorded'
  /** Everything the LMS holds now, by its SCORM 1.2 name: `cmi.core.lesson_status` is `incomplete`. */
  values: Record<string, string>
  /** Whether all of it was committed, so that a learner who closes the window now loses nothing. */
  isCommitted: boolean
  /** What the module did that a strict LMS refuses, in words; empty when all is well. */
  problems: string[]
}

/** Whether something a window sent is a message of the preview's. */
export function isPreviewMessage(data: unknown): data is PreviewMessage {
  if (typeof data !== 'object' || data === null) return false
  const { source, type, values, isCommitted, problems } = data as Record<string, unknown>
  return (
    source === 'morsel-preview' &&
    type === 'recorded' &&
    typeof values === 'object' &&
    values !== null &&
    Object.values(values).every((value) => typeof value === 'string') &&
    typeof isCommitted === 'boolean' &&
    Array.isArray(problems) &&
    problems.every((problem) => typeof problem === 'string')
  )
}

/** What the studio asks of the preview's host page: leave the module and open it again, with or without what was kept. */
export type PreviewCommand = { target: 'morsel-preview'; type: 'start-over' | 'resume' }

/** Whether something a window sent is a command for the preview. */
export function isPreviewCommand(data: unknown): data is PreviewCommand {
  if (typeof data !== 'object' || data === null) return false
  const { target, type } = data as Record<string, unknown>
  return target === 'morsel-preview' && (type === 'start-over' || type === 'resume')
}
