/**
 * The bundle: a compiled module, and the only thing the learner's player knows. Types alone, so that the player carries
 * none of the studio. Shipped shapes are frozen; a new shape raises `format`.
 */

/** HTML that `compile` made of rich text: only its own tags, escaped text, safe links. Relative URLs start at the bundle's root. */
export type Html = string

export type Bundle = {
  format: 1
  /** The module's record id: the key of the learner's progress and results. */
  id: string
  title: string
  /** BCP 47 */
  language: string
  direction: 'ltr' | 'rtl'
  /** Minutes the author intends, or null. */
  minutes: number | null
  outcomes: { id: string; text: string }[]
  /** Percent of the quiz points needed to pass; null: completing is enough. */
  pass: number | null
  theme: 'default'
  behaviour: Behaviour
  steps: BundleStep[]
}

/** How the module behaves; the fields are those of `shared/model/behaviour.ts`. */
export type Behaviour = {
  navigation: 'free' | 'restricted'
  resume: 'ask' | 'always' | 'never'
  completion: 'steps' | 'passed' | 'end'
  /** How often each quiz may be taken; null: as often as the learner likes. */
  attempts: number | null
  exitButton: boolean
}

/** `outcome` is the id of the outcome the step serves, or null. */
type StepBase = { id: string; title: string; outcome: string | null }

export type PageBundleStep = StepBase & { kind: 'page'; html: Html }

export type VideoBundleStep = StepBase & {
  kind: 'video'
  intro: Html
  /** Relative path of the trimmed video. */
  source: string
  width: number
  height: number
  /** Length of the trimmed video in seconds. */
  seconds: number
  poster: string | null
  captions: { source: string; language: string; label: string } | null
  /** Percent that must be watched for the step to be done; null: seeing the step is enough. */
  mustWatch: number | null
}

export type PodcastBundleStep = StepBase & {
  kind: 'podcast'
  intro: Html
  /** Relative path of the finished episode. */
  source: string
  seconds: number
  /** Relative path of a square picture, or null. */
  cover: string | null
  /** Starts in seconds; the first at 0. Empty where there are none. A picture is a relative path, absent without one. */
  chapters: { start: number; title: string; picture?: string }[]
  /** What is said, sentence by sentence; times in seconds. */
  cues: { start: number; end: number; speaker: string | null; text: string }[]
  mayDownload: boolean
  /** Percent that must be listened to for the step to be done; null: seeing the step is enough. */
  mustListen: number | null
}

export type QuizBundleStep = StepBase & {
  kind: 'quiz'
  intro: Html
  shuffleQuestions: boolean
  /** Percent of its points needed for the step to be done; null: answering is enough. */
  mustScore: number | null
  questions: BundleQuestion[]
}

export type BundleStep = PageBundleStep | VideoBundleStep | PodcastBundleStep | QuizBundleStep

/** Choice ids are one character; `credit` is percent of `points`, −100 to 100. */
export type BundleChoice = { id: string; html: Html; credit: number; feedback: Html }

type QuestionBase = {
  id: string
  title: string
  stem: Html
  points: number
  feedback: Html
  choices: BundleChoice[]
  shuffle: boolean
}

export type SingleChoiceBundleQuestion = QuestionBase & { kind: 'single-choice' }
export type MultipleResponseBundleQuestion = QuestionBase & {
  kind: 'multiple-response'
  marking: 'all-or-nothing' | 'per-choice'
}
export type BundleQuestion = SingleChoiceBundleQuestion | MultipleResponseBundleQuestion

/** How the published page finds its way to a record keeper. */
export type TrackingKind = 'scorm12' | 'scorm2004' | 'cmi5' | 'xapi' | 'local'

/** How the published page reports what the learner did: the format's way, as the target LMS wants it. */
export type TrackingSettings = {
  kind: TrackingKind
  /** What SCORM 1.2's one status says where the author set a pass mark: whether it was reached, or completion alone. */
  status: 'success' | 'completion'
  /** Characters of learner state the target keeps. */
  suspendLimit: number
}
