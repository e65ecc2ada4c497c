import { longestResponse } from '../questions/for-authors/index.ts'
import { type MarkableQuestion, packResponse } from '../questions/index.ts'
import { keyLength } from './keys.ts'
import { entryLength, headLength, partsLength, secondLength } from './pack.ts'
import { sealedLength } from './segments.ts'

/**
 * How many characters a learner's state takes when all of a module was seen and answered with the longest responses.
 * Above `suspendLimit` (4,096) SCORM 1.2 cannot keep all of it: the responses of some finished quizzes would be forgotten,
 * though never their scores. `steps` are the module's, each with the questions it asks; records do as well as bundles.
 */
export function worstCaseSuspendLength(
  steps: readonly { questions: readonly MarkableQuestion[]; isRecording: boolean }[],
): number {
  const recordings = steps.filter(({ isRecording }) => isRecording).length
  const bodies = [
    headLength,
    1 + entryLength * steps.length,
    1 + (keyLength + partsLength) * recordings,
    1 + (keyLength + secondLength) * recordings,
    ...steps.map(({ questions }) =>
      questions.reduce((sum, question) => sum + responseLength(question), questions.length > 0 ? 1 : 0),
    ),
  ]
  const segments = bodies.filter((length) => length > 1).map(sealedLength)
  return segments.reduce((sum, length) => sum + length, 0) + segments.length - 1
}

/** A question's key, the length of its response, and the response. */
function responseLength(question: MarkableQuestion): number {
  return keyLength + 1 + packResponse(question, longestResponse(question)).length
}
