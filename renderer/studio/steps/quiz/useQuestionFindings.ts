import { useMemo } from 'react'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { RecordMap } from '../../../../shared/model/records.ts'
import { checkModule } from '../../../../shared/model/rules/index.ts'

/** What the checks say of each question of a step, by question id: the same words as before publishing. */
export function useQuestionFindings(records: RecordMap, step: string): ReadonlyMap<string, Finding[]> {
  return useMemo(() => {
    const module = Object.values(records).find(
      (record) => record.type === 'module' && record.steps.includes(step),
    )
    const found = new Map<string, Finding[]>()
    if (!module) return found
    for (const finding of checkModule(Object.values(records), module.id)) {
      const { record } = finding.where
      if (record === null || records[record]?.type !== 'question') continue
      found.set(record, [...(found.get(record) ?? []), finding])
    }
    return found
  }, [records, step])
}
