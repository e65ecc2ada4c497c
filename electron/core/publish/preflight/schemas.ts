import type { Verification } from '../../ports.ts'
import { type Check, fault } from './check.ts'

const manifests = ['imsmanifest.xml', 'cmi5.xml', 'tincan.xml']

/** What the published schemas say, where the shell can ask them. `null` problems are ones nobody could look for. */
export function schemas(
  schemaProblems: Verification['schemaProblems'],
  { saysWhenSkipped }: { saysWhenSkipped: boolean },
): Check {
  return async ({ read }) => {
    const name = manifests.find((candidate) => read.texts.has(candidate))
    if (name === undefined) return []
    const problems = await schemaProblems(read.texts.get(name) ?? '')
    if (problems === null)
      return !saysWhenSkipped
        ? []
        : [
            {
              severity: 'hint',
              rule: 'schema-unchecked',
              message: `${name} was not compared with a published schema, because none for it is installed here. Its rules were checked one by one.`,
            },
          ]
    return problems.map((problem) =>
      fault('schema-broken', `${name} is not as its schema wants it: ${problem.replace(/\.*$/, '')}.`),
    )
  }
}
