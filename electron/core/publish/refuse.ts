import { StudioError } from '../../../shared/errors.ts'
import type { Finding } from '../../../shared/model/finding.ts'

/** Throws when something an author wrote stands in the way of publishing. */
export function refuseBlocked(module: string, findings: readonly Finding[]): void {
  const { count, first } = blocking(findings)
  if (first) throw new StudioError('publish-blocked', { module, count, first: first.message })
}

/** Throws when the package that was written is not sound. All that was found travels along, as JSON. */
export function refuseUnsound(module: string, findings: readonly Finding[]): void {
  const { count, first } = blocking(findings)
  if (first)
    throw new StudioError('package-unsound', {
      module,
      count,
      first: first.message,
      findings: JSON.stringify(findings),
    })
}

function blocking(findings: readonly Finding[]): { count: number; first: Finding | undefined } {
  const all = findings.filter(({ severity }) => severity === 'block')
  return { count: all.length, first: all[0] }
}
