/** What the elements of both SCORM data models are, in plain words. `n` stands for an index. */
const elements: Record<string, string> = {
  'cmi.suspend_data': 'Kept for going on',
  'cmi.core.lesson_location': 'Place',
  'cmi.location': 'Place',
  'cmi.core.lesson_status': 'Status',
  'cmi.completion_status': 'Completion',
  'cmi.success_status': 'Success',
  'cmi.progress_measure': 'Progress',
  'cmi.core.score.raw': 'Score',
  'cmi.core.score.min': 'Lowest score',
  'cmi.core.score.max': 'Highest score',
  'cmi.score.scaled': 'Score from −1 to 1',
  'cmi.score.raw': 'Score',
  'cmi.score.min': 'Lowest score',
  'cmi.score.max': 'Highest score',
  'cmi.core.exit': 'How the visit ends',
  'cmi.exit': 'How the visit ends',
  'cmi.core.session_time': 'Time of this visit',
  'cmi.session_time': 'Time of this visit',
  'cmi.core.total_time': 'Time of all visits',
  'cmi.total_time': 'Time of all visits',
  'cmi.core.entry': 'How the visit began',
  'cmi.entry': 'How the visit began',
  'cmi.core.student_id': 'Learner’s number',
  'cmi.learner_id': 'Learner’s number',
  'cmi.core.student_name': 'Learner’s name',
  'cmi.learner_name': 'Learner’s name',
  'cmi.core.lesson_mode': 'Mode',
  'cmi.mode': 'Mode',
  'cmi.core.credit': 'Counts',
  'cmi.credit': 'Counts',
  'cmi.student_data.mastery_score': 'Score to pass',
  'cmi.scaled_passing_score': 'Score to pass, from −1 to 1',
  'cmi.interactions.n.id': 'Question',
  'cmi.interactions.n.type': 'Kind of question',
  'cmi.interactions.n.time': 'When it was answered',
  'cmi.interactions.n.timestamp': 'When it was answered',
  'cmi.interactions.n.student_response': 'Answer',
  'cmi.interactions.n.learner_response': 'Answer',
  'cmi.interactions.n.correct_responses.n.pattern': 'Right answer',
  'cmi.interactions.n.result': 'Result of the answer',
  'cmi.interactions.n.weighting': 'Weight of the question',
  'cmi.interactions.n.latency': 'Time taken to answer',
  'cmi.interactions.n.description': 'What is asked',
  'cmi.interactions.n.objectives.n.id': 'Outcome of the question',
  'cmi.objectives.n.id': 'Outcome',
  'cmi.objectives.n.status': 'Status of the outcome',
  'cmi.objectives.n.success_status': 'Success with the outcome',
  'cmi.objectives.n.completion_status': 'Completion of the outcome',
  'cmi.objectives.n.score.raw': 'Score of the outcome',
  'cmi.objectives.n.score.scaled': 'Score of the outcome, from −1 to 1',
  'cmi.objectives.n.description': 'The outcome in words',
}

/** The element with its indexes taken out: `cmi.interactions.n.id`. */
export function formOf(element: string): string {
  return element.replace(/\.\d+(?=\.|$)/g, '.n')
}

/** What an element is, in plain words; null for one that a designer need not know. */
export function elementInWords(element: string): string | null {
  return elements[formOf(element)] ?? null
}
