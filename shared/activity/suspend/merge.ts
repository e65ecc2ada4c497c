import type { Bundle } from '../../bundle/format.ts'
import { mergeSessions } from '../session/merge.ts'
import { packSession } from './pack.ts'
import { unpackSession } from './unpack.ts'

/** `mergeSessions` on packed sessions. One that cannot be read is nothing; then the other is the answer. */
export function mergePacked(
  bundle: Bundle,
  confirmed: string | null,
  unconfirmed: string,
  limit: number,
): string {
  const before = confirmed === null ? null : unpackSession(bundle, confirmed)
  const after = unpackSession(bundle, unconfirmed)
  if (!after) return confirmed ?? ''
  return packSession(bundle, before ? mergeSessions(bundle, before, after) : after, limit)
}
