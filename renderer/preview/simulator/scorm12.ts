import { Scorm12API } from 'scorm-again'
import { type Scorm12Api, strictScorm12 } from '../../../shared/lms/strict-scorm12.ts'
import { commitService, runTimeSettings } from './commit.ts'
import type { Kept } from './kept.ts'
import { recordingScorm12 } from './lenient.ts'
import type { Visit } from './types.ts'

/** scorm-again's SCORM 1.2 run-time for one visit, behind the strict layer unless the conditions are lenient. */
export function scorm12Lms(visit: Visit): Scorm12Api {
  const inner = new Scorm12API({ ...runTimeSettings, mastery_override: true }, commitService(visit))
  inner.loadFromFlattenedJSON(startOf(visit), '')
  const layer = visit.conditions().isStrict ? strictScorm12 : recordingScorm12
  return layer(inner, (call) => visit.onCall({ source: 'scorm12', ...call }))
}

function startOf({ kept, mastery, conditions }: Visit): Kept {
  const { 'cmi.core.exit': exit, 'cmi.core.session_time': _session, ...rest } = kept
  const isFirst = Object.keys(kept).length === 0
  const isReview = conditions().lms === 'review'
  return {
    ...rest,
    'cmi.core.student_id': 'preview',
    'cmi.core.student_name': 'Preview, Learner',
    'cmi.core.lesson_mode': isReview ? 'review' : 'normal',
    'cmi.core.credit': isReview ? 'no-credit' : 'credit',
    'cmi.core.entry': isFirst ? 'ab-initio' : exit === 'suspend' ? 'resume' : '',
    ...(mastery === null ? {} : { 'cmi.student_data.mastery_score': String(mastery) }),
  }
}
