import type { RecordMap } from '../../../shared/model/records.ts'

/** The language (BCP 47) of the module that has `step`. */
export function languageOf(records: RecordMap, step: string): string {
  for (const record of Object.values(records))
    if (record.type === 'module' && record.steps.includes(step)) return record.language
  return 'en'
}
