import { useDeferredValue, useMemo } from 'react'
import type { RecordMap } from '../../../../shared/model/records.ts'
import type { CaptionsOf } from '../../../../shared/podcast/draft.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { staleLines } from '../../../../shared/podcast/stale.ts'

/** The places of the lines whose source has changed since they were drafted. */
export function useStale(
  script: Script,
  records: RecordMap,
  captionsOf: CaptionsOf | null,
): ReadonlySet<number> {
  // Looking through all of a module must not hold typing up.
  const [later, laterRecords] = [useDeferredValue(script), useDeferredValue(records)]
  return useMemo(
    () => new Set(captionsOf ? staleLines(later, laterRecords, captionsOf).map(({ place }) => place) : []),
    [later, laterRecords, captionsOf],
  )
}
