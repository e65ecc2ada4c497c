import { type Check, fault, type Problem } from './check.ts'
import { isName } from './iri.ts'
import { readXml } from './xml.ts'

/** One activity, named by an IRI, with a page to launch that is there. */
export const tincan: Check = async ({ read }) => {
  const xml = read.texts.get('tincan.xml')
  if (xml === undefined) return []
  const elements = await readXml(xml)
  if (!elements) return [fault('manifest-unreadable', 'The package’s description is no XML.')]
  const problems: Problem[] = []
  const activities = elements.filter(({ name }) => name === 'activity')
  const launches = elements.filter(({ name }) => name === 'launch')
  if (activities.length !== 1 || launches.length !== 1)
    problems.push(
      fault('manifest-href-missing', 'The package’s description does not have one activity to launch.'),
    )
  for (const { attributes } of activities)
    if (!isName(attributes.id ?? ''))
      problems.push(fault('xapi-id-relative', `The activity’s id ${attributes.id ?? ''} is no whole IRI.`))
  for (const { text } of launches)
    if (!read.names.includes(text))
      problems.push(
        fault(
          'manifest-file-missing',
          `The package’s description launches ${text}, which is not in the package.`,
        ),
      )
  return problems
}
