import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import type { TargetProfile } from '../../../../shared/lms/profiles.ts'
import { servedOutcomes } from './outcomes.ts'
import { asMeasure, passMark } from './pass-mark.ts'
import { asText, manifestTitle } from './words.ts'

const imscp = 'http://www.imsglobal.org/xsd/imscp_v1p1'
const adlcp = 'http://www.adlnet.org/xsd/adlcp_v1p3'
const adlseq = 'http://www.adlnet.org/xsd/adlseq_v1p3'
const adlnav = 'http://www.adlnet.org/xsd/adlnav_v1p3'
const imsss = 'http://www.imsglobal.org/xsd/imsss'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'

const schemaFiles = [
  [imscp, 'imscp_v1p1.xsd'],
  [adlcp, 'adlcp_v1p3.xsd'],
  [adlseq, 'adlseq_v1p3.xsd'],
  [adlnav, 'adlnav_v1p3.xsd'],
  [imsss, 'imsss_v1p0.xsd'],
] as const

const versions = { '3rd': '2004 3rd Edition', '4th': '2004 4th Edition' } as const

/** The schema allows titles of 200 characters. */
const longestTitle = 200

/**
 * The manifest of a SCORM 2004 package (Content Aggregation Model, sections 3.4 and 5.1). All identifiers derive from the
 * module's id, as in SCORM 1.2. `paths` are the package's files, the page to launch first.
 */
export async function scorm2004Manifest(
  bundle: Bundle,
  paths: readonly string[],
  edition: TargetProfile['edition2004'],
): Promise<string> {
  const { create } = await import('xmlbuilder2')
  const title = manifestTitle(bundle.title, longestTitle, bundle.id)
  const identifier = (kind: string) => `${kind}-${bundle.id}`
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(imscp, 'manifest', {
    identifier: identifier('MODULE'),
    version: '1.0',
  })
  for (const [prefix, namespace] of Object.entries({ adlcp, adlseq, adlnav, imsss, xsi: instance }))
    root.att('http://www.w3.org/2000/xmlns/', `xmlns:${prefix}`, namespace)
  root.att(instance, 'xsi:schemaLocation', schemaFiles.flat().join(' '))

  const metadata = root.ele(imscp, 'metadata')
  metadata.ele(imscp, 'schema').txt('ADL SCORM')
  metadata.ele(imscp, 'schemaversion').txt(versions[edition])

  const organizations = root.ele(imscp, 'organizations', { default: identifier('ORG') })
  const organization = organizations.ele(imscp, 'organization', { identifier: identifier('ORG') })
  // Outcomes of one course are nobody else's: two modules must not write into one another's.
  organization.att(adlseq, 'adlseq:objectivesGlobalToSystem', 'false')
  organization.ele(imscp, 'title').txt(asText(title))
  const item = organization.ele(imscp, 'item', {
    identifier: identifier('ITEM'),
    identifierref: identifier('SCO'),
    isvisible: 'true',
  })
  item.ele(imscp, 'title').txt(asText(title))
  hideButtons(item)
  addSequencing(item, bundle)
  organization
    .ele(imsss, 'imsss:sequencing')
    .ele(imsss, 'imsss:controlMode', { choice: 'true', flow: 'true' })

  const resource = root.ele(imscp, 'resources').ele(imscp, 'resource', {
    identifier: identifier('SCO'),
    type: 'webcontent',
    href: paths[0] ?? 'index.html',
  })
  resource.att(adlcp, 'adlcp:scormType', 'sco')
  for (const path of paths) resource.ele(imscp, 'file', { href: path })
  return `${root.end({ prettyPrint: true })}\n`
}

/** One item has no other before or after it: the LMS's own buttons would lead nowhere. */
function hideButtons(item: XMLBuilder): void {
  const buttons = item.ele(adlnav, 'adlnav:presentation').ele(adlnav, 'adlnav:navigationInterface')
  for (const button of ['previous', 'continue']) buttons.ele(adlnav, 'adlnav:hideLMSUI').txt(button)
}

/**
 * How the LMS judges the item. By measure only where the author set a pass mark; completion is always what the player says,
 * never a threshold of its progress, which may be full before the author's own rule is met: so neither edition gets an
 * `adlcp:completionThreshold`. The primary objective stays without an id, so that `cmi.objectives` holds the outcomes alone.
 */
function addSequencing(item: XMLBuilder, bundle: Bundle): void {
  const sequencing = item.ele(imsss, 'imsss:sequencing')
  const mark = passMark(bundle)
  const objectives = sequencing.ele(imsss, 'imsss:objectives')
  const primary = objectives.ele(imsss, 'imsss:primaryObjective', {
    satisfiedByMeasure: String(mark !== null),
  })
  if (mark !== null) primary.ele(imsss, 'imsss:minNormalizedMeasure').txt(asMeasure(mark))
  for (const { id } of servedOutcomes(bundle)) objectives.ele(imsss, 'imsss:objective', { objectiveID: id })
  // Else an LMS calls an item complete and satisfied that was merely left.
  sequencing.ele(imsss, 'imsss:deliveryControls', {
    completionSetByContent: 'true',
    objectiveSetByContent: 'true',
  })
}
