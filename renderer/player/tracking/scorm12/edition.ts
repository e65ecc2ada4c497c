import { decimal, identifier, patternValues } from '../scorm/formats.ts'
import type { Edition, Value } from '../scorm/edition.ts'
import { timeOfDay, timespan } from './formats.ts'

const scoreBelow =
  (parent: string) =>
  (percent: number): Value[] => [
    [`${parent}score.min`, '0'],
    [`${parent}score.max`, '100'],
    [`${parent}score.raw`, decimal(percent)],
  ]

/** SCORM 1.2 has one status for completion and success. */
export const scorm12: Edition = {
  api: 'API',
  prefix: 'LMS',
  finish: 'Finish',
  alreadyOpen: ['101', '103'],
  learner: 'cmi.core.student_id',
  mode: 'cmi.core.lesson_mode',
  location: 'cmi.core.lesson_location',
  exit: 'cmi.core.exit',
  sessionTime: 'cmi.core.session_time',
  timespan,
  scoreValues: scoreBelow('cmi.core.'),
  statusValues: ({ isComplete, success }, tells) => [
    ['cmi.core.lesson_status', (tells === 'success' && success) || (isComplete ? 'completed' : 'incomplete')],
  ],
  objectiveValues: ({ isComplete, success }) => [
    ['status', success ?? (isComplete ? 'completed' : 'incomplete')],
  ],
  objectiveScore: scoreBelow(''),
  interactionValues: (
    { question, type, response, right, isCorrect, points, objective, seconds },
    at,
  ): Value[] => [
    ['id', identifier(question)],
    ...(objective ? [['objectives.0.id', identifier(objective)] as Value] : []),
    ['type', type],
    ['time', timeOfDay(at)],
    ['weighting', decimal(points)],
    ['student_response', response.join(',')],
    ['result', isCorrect ? 'correct' : 'wrong'],
    ['latency', timespan(seconds)],
    ...patternValues(right, ','),
  ],
}
