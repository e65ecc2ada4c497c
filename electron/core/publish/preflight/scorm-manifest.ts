import { type Check, fault, type Problem } from './check.ts'
import { readXml, type XmlElement } from './xml.ts'

const manifestName = 'imsmanifest.xml'

/** What the schemas do not catch and LMSs stumble over (LMS facts, SCORM point 10), in both SCORM editions. */
export const scormManifest: Check = async ({ read }) => {
  const xml = read.texts.get(manifestName)
  if (xml === undefined) return []
  const elements = await readXml(xml)
  if (!elements) return [fault('manifest-unreadable', 'The manifest is no XML.')]
  return [...identifierProblems(elements), ...fileProblems(elements, read.names), ...scoreProblems(elements)]
}

function identifierProblems(elements: readonly XmlElement[]): Problem[] {
  const problems: Problem[] = []
  const of = (name: string) => elements.filter((element) => element.name === name)
  const identifiers = (name: string) => of(name).map(({ attributes }) => attributes.identifier)
  for (const { attributes } of of('organizations'))
    if (!identifiers('organization').includes(attributes.default))
      problems.push(
        fault(
          'manifest-default-unknown',
          `The manifest’s default, ${attributes.default ?? 'missing'}, names no organization.`,
        ),
      )
  for (const { attributes } of of('item'))
    if (!identifiers('resource').includes(attributes.identifierref))
      problems.push(
        fault(
          'manifest-reference-unknown',
          `The manifest’s item points to ${attributes.identifierref ?? 'nothing'}, which is no resource.`,
        ),
      )
  const all = elements.flatMap(({ attributes }) => attributes.identifier ?? [])
  if (new Set(all).size !== all.length)
    problems.push(fault('manifest-identifier-twice', 'The manifest uses an identifier twice.'))
  return problems
}

function fileProblems(elements: readonly XmlElement[], names: readonly string[]): Problem[] {
  const problems: Problem[] = []
  const hrefs = (name: string) =>
    elements.filter((element) => element.name === name).map(({ attributes }) => attributes.href)
  const listed = hrefs('file')
  for (const href of hrefs('resource')) {
    if (href === undefined)
      problems.push(fault('manifest-href-missing', 'The manifest’s resource has nothing to launch.'))
    else if (!listed.includes(href))
      problems.push(fault('manifest-href-unlisted', `The manifest launches ${href} and does not list it.`))
  }
  for (const href of listed)
    if (href === undefined || !names.includes(href))
      problems.push(
        fault(
          'manifest-file-missing',
          `The manifest lists ${href ?? 'a file without a name'}, which is not in the package.`,
        ),
      )
  for (const name of names)
    if (name !== manifestName && !listed.includes(name))
      problems.push(
        fault('manifest-file-unlisted', `${name} is in the package and the manifest does not list it.`),
      )
  if (new Set(listed).size !== listed.length)
    problems.push(fault('manifest-file-twice', 'The manifest lists a file twice.'))
  return problems
}

/** The elements that hold a score, and the highest it may be; the lowest is 0 in all that we write. */
const scores: Record<string, number> = { masteryscore: 100, minNormalizedMeasure: 1 }

function scoreProblems(elements: readonly XmlElement[]): Problem[] {
  return elements.flatMap(({ name, text }) => {
    const highest = scores[name]
    if (highest === undefined) return []
    const isRight = /^\d+(\.\d+)?$/.test(text) && Number(text) <= highest
    return isRight
      ? []
      : [
          fault(
            'manifest-score-outside',
            `The pass mark in the manifest is ${text}, which is not between 0 and ${highest}.`,
          ),
        ]
  })
}
