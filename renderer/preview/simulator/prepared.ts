import type { PreparedAttempt } from '../../../shared/bundle/preview-messages.ts'
import type { Kept } from './kept.ts'

/** What an LMS keeps of an attempt that was suspended where `attempt` is. */
export function keptOf(format: 'scorm12' | 'scorm2004', attempt: PreparedAttempt): Kept {
  return format === 'scorm12' ? kept12(attempt) : kept2004(attempt)
}

/** A learner who never opened the module but was sent to a step of it. */
export function keptAt(format: 'scorm12' | 'scorm2004', step: string): Kept {
  return format === 'scorm12'
    ? { 'cmi.core.lesson_location': step, 'cmi.core.exit': 'suspend' }
    : { 'cmi.location': step, 'cmi.exit': 'suspend' }
}

function kept12({ packed, step, isComplete, success, score }: PreparedAttempt): Kept {
  return {
    'cmi.suspend_data': packed,
    ...(step === null ? {} : { 'cmi.core.lesson_location': step }),
    'cmi.core.lesson_status': success ?? (isComplete ? 'completed' : 'incomplete'),
    ...(score === null
      ? {}
      : { 'cmi.core.score.raw': String(score), 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' }),
    'cmi.core.exit': 'suspend',
  }
}

function kept2004({ packed, step, isComplete, success, score, progress }: PreparedAttempt): Kept {
  return {
    'cmi.suspend_data': packed,
    ...(step === null ? {} : { 'cmi.location': step }),
    'cmi.completion_status': isComplete ? 'completed' : 'incomplete',
    ...(success === null ? {} : { 'cmi.success_status': success }),
    ...(score === null
      ? {}
      : {
          'cmi.score.raw': String(score),
          'cmi.score.min': '0',
          'cmi.score.max': '100',
          'cmi.score.scaled': String(Number((score / 100).toFixed(4))),
        }),
    'cmi.progress_measure': String(Number((progress / 100).toFixed(2))),
    'cmi.exit': 'suspend',
  }
}
