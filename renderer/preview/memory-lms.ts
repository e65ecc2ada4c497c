import type { Scorm12Api } from '../../shared/lms/strict-scorm12.ts'

/** What an LMS keeps of one learner between visits, by SCORM 1.2 name. */
export type Kept = Record<string, string>

/** What the LMS itself says; the module can only read it. */
const ownValues: Kept = {
  'cmi.core._children':
    'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
  'cmi.core.score._children': 'raw,min,max',
  'cmi.interactions._children':
    'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
  'cmi.core.student_id': 'preview',
  'cmi.core.student_name': 'Preview, Learner',
  'cmi.core.lesson_mode': 'normal',
  'cmi.core.credit': 'credit',
}

/**
 * A SCORM 1.2 run-time that remembers in `kept` and nowhere else. It trusts what it is told: the strict layer stands in
 * front of it. `onChange` hears of every value, and of every commit.
 */
export function memoryLms(kept: Kept, onChange: (isCommitted: boolean) => void): Scorm12Api {
  const isFirst = kept['cmi.core.lesson_status'] === undefined
  const entry = isFirst ? 'ab-initio' : kept['cmi.core.exit'] === 'suspend' ? 'resume' : ''
  const commit = () => {
    onChange(true)
    return 'true'
  }
  return {
    LMSInitialize: () => 'true',
    LMSFinish: commit,
    LMSCommit: commit,
    LMSSetValue(element, value) {
      kept[element] = value
      onChange(false)
      return 'true'
    },
    LMSGetValue(element) {
      if (element === 'cmi.core.entry') return entry
      if (element === 'cmi.core.lesson_status') return kept[element] ?? 'not attempted'
      if (element.endsWith('._count')) return String(countOf(kept, element.slice(0, -'_count'.length)))
      return kept[element] ?? ownValues[element] ?? ''
    },
    LMSGetLastError: () => '0',
    LMSGetErrorString: () => '',
    LMSGetDiagnostic: () => '',
  }
}

/** How many entries a list has: `cmi.interactions.` counts `cmi.interactions.0.id`, `cmi.interactions.1.id`, … */
function countOf(kept: Kept, prefix: string): number {
  const places = Object.keys(kept)
    .filter((element) => element.startsWith(prefix))
    .map((element) => element.slice(prefix.length).split('.')[0])
  return new Set(places).size
}
