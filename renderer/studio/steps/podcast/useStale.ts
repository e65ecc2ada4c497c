import { useDeferredValue, useMemo } from 'react'
import type { RecordMap } from '../../../../shared/model/records.ts'
import type { CaptionsOf } from '../../../../shared/podcast/draft.ts'
import type { Script, SpeechLine } from '../../../../shared/podcast/script.ts'
import { redraft, staleLines } from '../../../../shared/podcast/stale.ts'

/** Lines that are out of date, by place: each as it would be drafted today, or null where its source is gone. */
export type Stale = ReadonlyMap<number, SpeechLine | null>

export function useStale(script: Script, records: RecordMap, captionsOf: CaptionsOf | null): Stale {
  // Looking through all of a module must not hold typing up.
  const [later, laterRecords] = [useDeferredValue(script), useDeferredValue(records)]
  return useMemo(() => {
    if (!captionsOf) return new Map()
    const stale = staleLines(later, laterRecords, captionsOf)
    return new Map(stale.map((line) => [line.place, redraft(later, line, laterRecords, captionsOf)]))
  }, [later, laterRecords, captionsOf])
}
