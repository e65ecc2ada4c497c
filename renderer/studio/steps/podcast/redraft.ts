import type { RecordMap } from '../../../../shared/model/records.ts'
import type { CaptionsOf } from '../../../../shared/podcast/draft.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { redraft } from '../../../../shared/podcast/stale.ts'
import { findLine, removeLine, replaceLine } from './script-actions.ts'

/** Makes a line say what it comes from says today; one whose source is gone goes with it. */
export function redraftLine(script: Script, place: number, records: RecordMap, captionsOf: CaptionsOf): void {
  const line = findLine(script, place)?.line
  if (!line || line.kind === 'pause') return
  const next = redraft(script, line, records, captionsOf)
  if (next) replaceLine(script, place, next)
  else removeLine(script, place)
}
