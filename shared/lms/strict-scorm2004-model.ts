/**
 * SCORM 2004's data model (4th edition RTE, chapter 4) at its narrowest: which values an element and a response may have.
 * Like the layer that uses it, it imports nothing else.
 */

const ok = '0'
const wrongType = '406'
const outOfRange = '407'

/** The error number that setting a value gives. */
type Check = (value: string) => string
type Element = { access: 'read' | 'write' | 'both'; check: Check }

const when =
  (isRight: (value: string) => boolean): Check =>
  (value) =>
    isRight(value) ? ok : wrongType
const matches = (pattern: RegExp): Check => when((value) => pattern.test(value))
const upTo = (length: number): Check => when((value) => value.length <= length)

/** real(10,7) as the narrowest take it: no exponent, no bare point. */
const real = /^-?\d{1,5}(\.\d{1,7})?$/
const between =
  (lowest: number, highest: number): Check =>
  (value) =>
    real.test(value) ? (Number(value) >= lowest && Number(value) <= highest ? ok : outOfRange) : wrongType
const anyNumber = matches(real)

const identifier = matches(/^\S{1,4000}$/)
const description = upTo(250)
/** Hundredths of a second at most; a time zone only behind a fraction. */
const timestamp = matches(
  /^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/,
)
const timespan = matches(
  /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d{1,10}H)?(\d{1,10}M)?(\d{1,10}(\.\d{1,2})?S)?)?$/,
)
const completion = matches(/^(completed|incomplete|not attempted|unknown)$/)
const success = matches(/^(passed|failed|unknown)$/)
const anything: Check = () => ok

const read: Element = { access: 'read', check: anything }
const both = (check: Check): Element => ({ access: 'both', check })
const write = (check: Check): Element => ({ access: 'write', check })

const scoreBelow = (parent: string): Record<string, Element> => ({
  [`${parent}.scaled`]: both(between(-1, 1)),
  [`${parent}.raw`]: both(anyNumber),
  [`${parent}.min`]: both(anyNumber),
  [`${parent}.max`]: both(anyNumber),
})

/** By name; `n` stands for an index. */
export const elements: Record<string, Element> = {
  'cmi.comments_from_learner.n.comment': both(upTo(4000)),
  'cmi.comments_from_learner.n.location': both(upTo(250)),
  'cmi.comments_from_learner.n.timestamp': both(timestamp),
  'cmi.comments_from_lms.n.comment': read,
  'cmi.comments_from_lms.n.location': read,
  'cmi.comments_from_lms.n.timestamp': read,
  'cmi.completion_status': both(completion),
  'cmi.completion_threshold': read,
  'cmi.credit': read,
  'cmi.entry': read,
  'cmi.exit': write(matches(/^(time-out|suspend|logout|normal|)$/)),
  'cmi.interactions.n.id': both(identifier),
  'cmi.interactions.n.type': both(
    matches(
      /^(true-false|choice|fill-in|long-fill-in|matching|performance|sequencing|likert|numeric|other)$/,
    ),
  ),
  'cmi.interactions.n.objectives.n.id': both(identifier),
  'cmi.interactions.n.timestamp': both(timestamp),
  'cmi.interactions.n.correct_responses.n.pattern': both(anything),
  'cmi.interactions.n.weighting': both(anyNumber),
  'cmi.interactions.n.learner_response': both(anything),
  'cmi.interactions.n.result': both(
    when((value) => /^(correct|incorrect|unanticipated|neutral)$/.test(value) || real.test(value)),
  ),
  'cmi.interactions.n.latency': both(timespan),
  'cmi.interactions.n.description': both(description),
  'cmi.launch_data': read,
  'cmi.learner_id': read,
  'cmi.learner_name': read,
  'cmi.learner_preference.audio_level': both(between(0, 99_999)),
  'cmi.learner_preference.language': both(upTo(250)),
  'cmi.learner_preference.delivery_speed': both(between(0, 99_999)),
  'cmi.learner_preference.audio_captioning': both(matches(/^(-1|0|1)$/)),
  'cmi.location': both(upTo(1000)),
  'cmi.max_time_allowed': read,
  'cmi.mode': read,
  'cmi.objectives.n.id': both(identifier),
  ...scoreBelow('cmi.objectives.n.score'),
  'cmi.objectives.n.success_status': both(success),
  'cmi.objectives.n.completion_status': both(completion),
  'cmi.objectives.n.progress_measure': both(between(0, 1)),
  'cmi.objectives.n.description': both(description),
  'cmi.progress_measure': both(between(0, 1)),
  'cmi.scaled_passing_score': read,
  ...scoreBelow('cmi.score'),
  'cmi.session_time': write(timespan),
  'cmi.success_status': both(success),
  'cmi.suspend_data': both(upTo(64_000)),
  'cmi.time_limit_action': read,
  'cmi.total_time': read,
  'adl.nav.request': both(
    matches(
      /^(_none_|continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|\{target=\S+\}(choice|jump))$/,
    ),
  ),
}

const word = '[\\w.-]{1,250}'
const listOf = (item: string) => new RegExp(`^(${item}(\\[,\\]${item})*)?$`)
const pairs = listOf(`${word}\\[\\.\\]${word}`)
const language = /^\{lang=[A-Za-z-]+\}/
const texts = (value: string, length: number) =>
  value.split('[,]').every((text) => text.replace(language, '').length <= length)
const isSet = (value: string) => new Set(value.split('[,]')).size === value.split('[,]').length

/** What a response looks like, by the interaction's type (RTE, section 4.1.1.6). */
const responses: Record<string, (value: string) => boolean> = {
  'true-false': (value) => /^(true|false)$/.test(value),
  choice: (value) => listOf(word).test(value) && isSet(value),
  'fill-in': (value) => texts(value, 250),
  'long-fill-in': (value) => texts(value, 4000),
  matching: (value) => pairs.test(value),
  performance: (value) => value.split('[,]').every((step) => /^[\s\S]{0,250}\[\.\][\s\S]{0,250}$/.test(step)),
  sequencing: (value) => listOf(word).test(value),
  likert: (value) => new RegExp(`^(${word})?$`).test(value),
  numeric: (value) => real.test(value),
  other: (value) => value.length <= 4000,
}
/** Where a right response is written otherwise than a learner's. */
const rightResponses: Record<string, (value: string) => boolean> = {
  numeric: (value) => {
    const ends = value.split('[:]')
    return ends.length <= 2 && ends.every((end) => end === '' || real.test(end))
  },
  'fill-in': (value) => texts(value.replace(/^(\{(case|order)_matters=(true|false)\})+/, ''), 250),
}
/** Types of interaction that have one right response and no other. */
export const typesWithOneAnswer = ['true-false', 'likert', 'numeric', 'other']

/** Whether `value` is a response, or the pattern of a right one, as interactions of this type have them. */
export function isResponse(type: string, value: string, isPattern: boolean): boolean {
  const form = (isPattern ? rightResponses[type] : undefined) ?? responses[type]
  return form?.(value) ?? false
}
