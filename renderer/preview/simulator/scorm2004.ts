import { Scorm2004API } from 'scorm-again'
import { type Scorm2004Api, strictScorm2004 } from '../../../shared/lms/strict-scorm2004.ts'
import { commitService, runTimeSettings } from './commit.ts'
import type { Kept } from './kept.ts'
import { recordingScorm2004 } from './lenient.ts'
import type { Visit } from './types.ts'

/** scorm-again's SCORM 2004 run-time for one visit, behind the strict layer unless the conditions are lenient. */
export function scorm2004Lms(visit: Visit): Scorm2004Api {
  const inner = new Scorm2004API(runTimeSettings, commitService(visit))
  inner.loadFromFlattenedJSON(startOf(visit), '')
  const layer = visit.conditions().isStrict ? strictScorm2004 : recordingScorm2004
  return layer(inner, (call) => visit.onCall({ source: 'scorm2004', ...call }))
}

/** After any exit but `suspend` the next visit sees an empty model (RTE 4.2.8); what was reached stays with the LMS. */
function startOf({ kept, mastery, conditions }: Visit): Kept {
  const { 'cmi.exit': exit, 'cmi.session_time': _session, ...rest } = kept
  const isReview = conditions().lms === 'review'
  return {
    ...(exit === 'suspend' ? rest : {}),
    'cmi.learner_id': 'preview',
    'cmi.learner_name': 'Preview, Learner',
    'cmi.mode': isReview ? 'review' : 'normal',
    'cmi.credit': isReview ? 'no-credit' : 'credit',
    'cmi.entry': exit === 'suspend' ? 'resume' : 'ab-initio',
    ...(mastery === null ? {} : { 'cmi.scaled_passing_score': String(mastery / 100) }),
  }
}
