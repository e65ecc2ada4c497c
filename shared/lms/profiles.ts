import type { BundleFormat } from '../contract/publish.ts'

/** The LMSs a project can be made for. What each wants differently is a row of `targetProfiles`. */
export const targetProfileIds = [
  'generic',
  'moodle',
  'scorm-cloud',
  'cornerstone',
  'canvas',
  'successfactors',
] as const
export type TargetProfileId = (typeof targetProfileIds)[number]

export type TargetProfile = {
  id: TargetProfileId
  name: string
  /** One sentence for authors. */
  summary: string
  /** What it takes best. */
  format: BundleFormat
  /** What SCORM 1.2's one status says where the author set a pass mark: whether it was reached, or completion alone. */
  status: 'success' | 'completion'
  /** Whether a SCORM 1.2 manifest carries the pass mark as its mastery score. */
  mastery: boolean
  edition2004: '4th' | '3rd'
  /** Characters of learner state it keeps of a SCORM 1.2 package. */
  suspendLimit: number
  /** The largest package it takes, in bytes; null where each site sets its own limit or none is known. */
  maxBytes: number | null
  /** What it does differently, each one sentence in plain words. */
  notes: readonly string[]
}

/** What the specifications promise everywhere. An LMS differs from it only where that was observed or is documented. */
const anyLms: Omit<TargetProfile, 'id' | 'name' | 'summary' | 'notes'> = {
  format: 'scorm12',
  status: 'success',
  mastery: true,
  edition2004: '4th',
  suspendLimit: 4096,
  maxBytes: null,
}

export const targetProfiles: Record<TargetProfileId, TargetProfile> = {
  generic: {
    ...anyLms,
    id: 'generic',
    name: 'Any LMS',
    summary: 'Keeps to what every LMS takes; choose this when you do not know which one it will be.',
    notes: [
      'Where you set a pass mark, learners are reported as passed or failed; without one, as completed.',
      'A learner’s answers are kept within the 4,096 characters that SCORM 1.2 promises.',
    ],
  },
  // Observed with Moodle 4.5 and 5.1; that sequencing is not supported, Moodle's SCORM FAQ says.
  moodle: {
    ...anyLms,
    id: 'moodle',
    name: 'Moodle',
    summary: 'Takes SCORM 1.2 best, and keeps learners’ results when you replace a package with a newer one.',
    notes: [
      'Moodle supports SCORM 1.2 in full and SCORM 2004 only in part.',
      'Where you set a pass mark, Moodle compares the score with it when a visit ends and decides between passed and failed.',
      'Each Moodle site sets how large an upload may be; ask its administrator when a package is refused.',
      'With strict lengths switched on, Moodle refuses learner state longer than 4,096 characters instead of cutting it.',
    ],
  },
  'scorm-cloud': {
    ...anyLms,
    id: 'scorm-cloud',
    name: 'SCORM Cloud',
    summary: 'Takes every format; SCORM 2004 keeps the most of what learners did.',
    format: 'scorm2004',
    notes: [
      'SCORM Cloud takes SCORM 1.2, SCORM 2004, cmi5 and xAPI packages.',
      'SCORM 2004 keeps 64,000 characters of learner state instead of 4,096, and tells completion and success apart.',
      'A package uploaded to the same course becomes its new version.',
    ],
  },
  // Edition and size: Cornerstone's online help, “Create New Course/Publication”.
  cornerstone: {
    ...anyLms,
    id: 'cornerstone',
    name: 'Cornerstone',
    summary: 'Takes SCORM 2004 in its 3rd edition, in packages of up to 250 MB.',
    format: 'scorm2004',
    edition2004: '3rd',
    maxBytes: 250_000_000,
    notes: [
      'Cornerstone implements SCORM 2004 in its 3rd edition, so packages are written for that one.',
      'Packages of more than 250 MB have to be uploaded by Cornerstone’s support.',
      'Some of Cornerstone’s reports list SCORM 2004 courses only.',
    ],
  },
  canvas: {
    ...anyLms,
    id: 'canvas',
    name: 'Canvas (through an LTI tool)',
    summary: 'Plays SCORM only through a separate tool, so packages keep to what every LMS takes.',
    notes: [
      'Canvas has no SCORM player of its own: packages are uploaded to a tool connected by LTI, which hands the grade over.',
      'What that tool takes decides; SCORM 1.2 is taken by all of them.',
    ],
  },
  // SAP Knowledge Base 3403728 (completion set by the content).
  successfactors: {
    ...anyLms,
    id: 'successfactors',
    name: 'SAP SuccessFactors',
    summary: 'Takes SCORM 1.2 and SCORM 2004, and reads the pass mark from the package.',
    notes: [
      'A SCORM 2004 package that does not claim its own completion is marked complete as soon as a learner leaves it; ours claim it.',
      'The mastery score of a content object is filled in from the package; change it there only when it should differ.',
    ],
  },
}
