/** The formats that can be previewed: those that talk to an LMS. */
export const previewFormats = ['scorm12', 'scorm2004', 'cmi5', 'xapi'] as const
export type PreviewFormat = (typeof previewFormats)[number]

/** Who the learner is: what the LMS has of them when the module opens. */
export const previewStarts = ['first', 'returning', 'failed', 'passed', 'older-version'] as const
export type PreviewStart = (typeof previewStarts)[number]

export const previewNetworks = ['fast', 'slow', 'offline'] as const
export type PreviewNetwork = (typeof previewNetworks)[number]

/** How the LMS behaves: well; refuses to save; answers late; lends the module for looking back only; is not there. */
export const lmsBehaviours = ['well', 'refuses', 'slow', 'review', 'absent'] as const
export type LmsBehaviour = (typeof lmsBehaviours)[number]

/** Under what a module is previewed. */
export type PreviewConditions = {
  network: PreviewNetwork
  lms: LmsBehaviour
  /** Whether values are held to the specification at its narrowest (4,096 characters of state, 255 of a place). */
  isStrict: boolean
  /** Whether the page around the module forbids `unload`, as Moodle does. */
  blocksUnload: boolean
}

export const usualConditions: PreviewConditions = {
  network: 'fast',
  lms: 'well',
  isStrict: true,
  blocksUnload: false,
}

/** What can only change by opening the module again. */
export function needsNewVisit(before: PreviewConditions, after: PreviewConditions): boolean {
  const atLaunch = ({ lms, isStrict, blocksUnload }: PreviewConditions) =>
    [lms === 'review' || lms === 'absent' ? lms : '', isStrict, blocksUnload].join()
  return atLaunch(before) !== atLaunch(after)
}

/** Whether something from elsewhere is a set of conditions. */
export function isPreviewConditions(data: unknown): data is PreviewConditions {
  if (typeof data !== 'object' || data === null) return false
  const { network, lms, isStrict, blocksUnload } = data as Record<string, unknown>
  return (
    isOneOf(previewNetworks, network) &&
    isOneOf(lmsBehaviours, lms) &&
    typeof isStrict === 'boolean' &&
    typeof blocksUnload === 'boolean'
  )
}

export function isOneOf<Name extends string>(names: readonly Name[], value: unknown): value is Name {
  return names.some((name) => name === value)
}
