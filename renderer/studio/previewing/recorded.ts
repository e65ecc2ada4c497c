/** What an LMS holds of one learner, in words. */
export type Recorded = {
  status: string
  score: string
  time: string
  answers: { id: string; kind: string; response: string; result: string }[]
  /** Characters of the 4,096 that SCORM 1.2 lets a module keep for resuming. */
  kept: number
}

const statuses: Record<string, string> = {
  'not attempted': 'Not started',
  incomplete: 'Under way',
  completed: 'Completed',
  passed: 'Passed',
  failed: 'Failed',
  browsed: 'Browsed',
}
const results: Record<string, string> = {
  correct: 'Right',
  wrong: 'Not right',
  neutral: '',
  unanticipated: 'Not expected',
}
const kinds: Record<string, string> = {
  choice: 'Choice',
  'true-false': 'True or false',
  'fill-in': 'Typed answer',
}

/** Reads SCORM 1.2 values (`cmi.core.lesson_status` and so on) as a person would want them told. */
export function readRecorded(values: Record<string, string>): Recorded {
  const status = values['cmi.core.lesson_status'] ?? 'not attempted'
  const score = values['cmi.core.score.raw'] ?? ''
  return {
    status: statuses[status] ?? status,
    score: score === '' ? '–' : `${score} of ${values['cmi.core.score.max'] || '100'}`,
    time: minutesAndSeconds(values['cmi.core.session_time'] ?? ''),
    answers: readAnswers(values),
    kept: values['cmi.suspend_data']?.length ?? 0,
  }
}

/** A SCORM 1.2 timespan (`0000:01:12.50`) as minutes and seconds. */
function minutesAndSeconds(timespan: string): string {
  const [hours, minutes, seconds] = timespan.split(':').map(Number)
  if (hours === undefined || minutes === undefined || seconds === undefined) return '–'
  return `${hours * 60 + minutes}:${String(Math.floor(seconds)).padStart(2, '0')}`
}

function readAnswers(values: Record<string, string>): Recorded['answers'] {
  const answers: Recorded['answers'] = []
  for (let index = 0; ; index += 1) {
    const of = (name: string) => values[`cmi.interactions.${index}.${name}`]
    const id = of('id')
    if (id === undefined) return answers
    const type = of('type') ?? ''
    const result = of('result') ?? ''
    answers.push({
      id,
      kind: kinds[type] ?? type,
      response: of('student_response') ?? '',
      result: results[result] ?? result,
    })
  }
}
