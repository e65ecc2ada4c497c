import type { Scorm12Api } from '../../shared/lms/strict-scorm12.ts'
import type { Scorm2004Api } from '../../shared/lms/strict-scorm2004.ts'

/** What an LMS keeps of one learner between visits, by the elements' names. */
export type Kept = Record<string, string>

const own12: Kept = {
  'cmi.core.student_id': 'learner-1',
  'cmi.core.lesson_mode': 'normal',
  'cmi.core.lesson_status': 'not attempted',
  'cmi.objectives._children': 'id,score,status',
  'cmi.interactions._children':
    'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
}
const own2004: Kept = {
  'cmi.learner_id': 'learner-1',
  'cmi.mode': 'normal',
  'cmi.completion_status': 'unknown',
  'cmi.success_status': 'unknown',
  'cmi.objectives._children': 'progress_measure,completion_status,success_status,description,score,id',
  'cmi.interactions._children':
    'id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description',
}

/** How many entries a list has: `cmi.interactions` counts `cmi.interactions.0.id`, `cmi.interactions.1.id`, … */
function countOf(kept: Kept, list: string): number {
  const places = Object.keys(kept)
    .filter((element) => element.startsWith(`${list}.`))
    .map((element) => element.slice(list.length + 1).split('.')[0])
    .filter((place) => /^\d+$/.test(place ?? ''))
  return new Set(places).size
}

const runtime = (kept: Kept, own: Kept) => ({
  agree: () => 'true',
  set: (element: string, value: string) => {
    kept[element] = value
    return 'true'
  },
  get: (element: string) =>
    element.endsWith('._count')
      ? String(countOf(kept, element.slice(0, -'._count'.length)))
      : (kept[element] ?? own[element] ?? ''),
})

/** Run-times that remember in `kept` and nowhere else. They trust what they are told: a strict layer stands in front. */
export function memory12(kept: Kept): Scorm12Api {
  const { agree, get, set } = runtime(kept, own12)
  return {
    LMSInitialize: agree,
    LMSFinish: agree,
    LMSCommit: agree,
    LMSGetValue: get,
    LMSSetValue: set,
    LMSGetLastError: () => '0',
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  }
}

export function memory2004(kept: Kept): Scorm2004Api {
  const { agree, get, set } = runtime(kept, own2004)
  return {
    Initialize: agree,
    Terminate: agree,
    Commit: agree,
    GetValue: get,
    SetValue: set,
    GetLastError: () => '0',
    GetErrorString: () => '',
    GetDiagnostic: () => '',
  }
}
