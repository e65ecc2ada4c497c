import type { Scorm12Api } from '../../../../shared/lms/strict-scorm12.ts'
import type { Scorm2004Api } from '../../../../shared/lms/strict-scorm2004.ts'

/**
 * SCORM run-times that remember in `kept` and nowhere else, by the elements' names. They trust what they are told: the
 * strict layers stand in front. The page that is our LMS loads this file as it is, without its types.
 */

export type Kept = Record<string, string>

/** What the LMS itself says of a new learner; a module can only read it. */
const own12: Kept = {
  'cmi.core._children':
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score._children': 'raw,min,max',
  'cmi.core.student_id': 'learner-1',
  'cmi.core.student_name': 'Learner, One',
  'cmi.core.lesson_mode': 'normal',
  'cmi.core.lesson_status': 'not attempted',
  'cmi.core.credit': 'credit',
  'cmi.core.entry': 'ab-initio',
  'cmi.objectives._children': 'id,score,status',
  'cmi.interactions._children':
    'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
}

const own2004: Kept = {
  'cmi.learner_id': 'learner-1',
  'cmi.learner_name': 'Learner, One',
  'cmi.mode': 'normal',
  'cmi.credit': 'credit',
  'cmi.entry': 'ab-initio',
  'cmi.completion_status': 'unknown',
  'cmi.success_status': 'unknown',
  'cmi.score._children': 'scaled,raw,min,max',
  'cmi.objectives._children': 'id,score,success_status,completion_status,progress_measure,description',
  'cmi.interactions._children':
    'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
}

/** How many entries a list has: `cmi.interactions` counts `cmi.interactions.0.id`, `cmi.interactions.1.id`, … */
function countOf(kept: Kept, list: string): number {
  const places = Object.keys(kept).flatMap((element) =>
    element.startsWith(`${list}.`) ? (element.slice(list.length + 1).match(/^\d+/) ?? []) : [],
  )
  return new Set(places).size
}

const valueOf = (kept: Kept, own: Kept, element: string) =>
  element.endsWith('._count')
    ? String(countOf(kept, element.slice(0, -'._count'.length)))
    : (kept[element] ?? own[element] ?? '')

function set(kept: Kept, element: string, value: string): string {
  kept[element] = value
  return 'true'
}

const yes = () => 'true'
const noError = () => '0'
const nothing = () => ''

export function memoryScorm12(kept: Kept): Scorm12Api {
  return {
    LMSInitialize: yes,
    LMSFinish: yes,
    LMSCommit: yes,
    LMSGetValue: (element) => valueOf(kept, own12, element),
    LMSSetValue: (element, value) => set(kept, element, value),
    LMSGetLastError: noError,
    LMSGetErrorString: nothing,
    LMSGetDiagnostic: nothing,
  }
}

export function memoryScorm2004(kept: Kept): Scorm2004Api {
  return {
    Initialize: yes,
    Terminate: yes,
    Commit: yes,
    GetValue: (element) => valueOf(kept, own2004, element),
    SetValue: (element, value) => set(kept, element, value),
    GetLastError: noError,
    GetErrorString: nothing,
    GetDiagnostic: nothing,
  }
}
