// shared/activity: where a learner is, and what is asked of a kind of step or question.
const learning = `place visited responses quizzes attempt best isComplete hasPassed parts isSeen isAnswered isDone isShuffled
  mustPlay watchedParts stoppedAt   keepKnown rightResponses pack unpack keyOf idOf`

const page = `phase actions goTo goBy spread screenOf isOpen reasonAt onSession onAnswer onMarked onRefused onLeave
  onArrive onBlocked onExit`

const trackers = `merge onNotice soon isReadOnly isCmi5 launch schedule client returnUrl lists holds isClosed know taken
  valuesOf`

// What the editions of SCORM say differently.
const editions = `learner alreadyOpen sessionTime timespan scoreValues statusValues objectiveScore objectiveValues
  interactionValues`

// What the player lends its parts.
const betweenScripts = 'stepShown tellMedia tellPlayed resumeAt'

/**
 * Fields and methods that only the learner's script itself knows, which its build therefore gives one-letter names: none is
 * stored, sent, read from the page or the bundle, looked up by a word, or the browser's. `test/architecture/internal-names.test.ts`
 * holds each to that. A name that is not here keeps its name.
 */
export const internalNames = [learning, page, trackers, editions, betweenScripts].flatMap((names) =>
  names.split(/\s+/),
)

/** Names that are the same in each build, because scripts of two builds meet by them. */
export const sameNames = Object.fromEntries(betweenScripts.split(' ').map((name, at) => [name, `$${at}`]))
