import { duration } from '../duration.ts'
import { decimal, identifier, patternValues } from '../scorm/formats.ts'
import type { Edition, Value } from '../scorm/edition.ts'
import { moment } from './formats.ts'

const scoreBelow =
  (parent: string) =>
  (percent: number): Value[] => [
    [`${parent}score.min`, '0'],
    [`${parent}score.max`, '100'],
    [`${parent}score.scaled`, decimal(percent / 100, 4)],
    [`${parent}score.raw`, decimal(percent)],
  ]

const completionOf = (isComplete: boolean) => (isComplete ? 'completed' : 'incomplete')
/** An element that is told where there is something to tell. */
const given = (element: string, value: string | null): Value[] => (value ? [[element, value]] : [])
const longestDescription = 250

/** SCORM 2004, 3rd and 4th edition: completion and success apart. */
export const scorm2004: Edition = {
  api: 'API_1484_11',
  prefix: '',
  finish: 'Terminate',
  alreadyOpen: ['103'],
  learner: 'cmi.learner_id',
  mode: 'cmi.mode',
  location: 'cmi.location',
  exit: 'cmi.exit',
  sessionTime: 'cmi.session_time',
  timespan: duration,
  scoreValues: scoreBelow('cmi.'),
  statusValues: ({ isComplete, success, progress }) => [
    ['cmi.progress_measure', decimal(progress / 100)],
    ...given('cmi.success_status', success),
    ['cmi.completion_status', completionOf(isComplete)],
  ],
  objectiveValues: ({ text, isComplete, success }) => [
    ['description', text.slice(0, longestDescription)],
    ...given('success_status', success),
    ['completion_status', completionOf(isComplete)],
  ],
  objectiveScore: scoreBelow(''),
  interactionValues: (
    { question, description, type, response, right, isCorrect, points, objective, seconds },
    at,
  ): Value[] => [
    ['id', identifier(question)],
    ['type', type],
    ...given('objectives.0.id', objective && identifier(objective)),
    ['timestamp', moment(at)],
    ...patternValues(right, '[,]'),
    ['weighting', decimal(points)],
    ['learner_response', response.join('[,]')],
    ['result', isCorrect ? 'correct' : 'incorrect'],
    ['latency', duration(seconds)],
    ['description', description.slice(0, longestDescription)],
  ],
}
