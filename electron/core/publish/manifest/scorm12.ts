import type { Bundle } from '../../../../shared/bundle/format.ts'
import type { TargetProfile } from '../../../../shared/lms/profiles.ts'
import { passMark } from './pass-mark.ts'
import { asText, manifestTitle } from './words.ts'

const imscp = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2'
const adlcp = 'http://www.adlnet.org/xsd/adlcp_rootv1p2'
const instance = 'http://www.w3.org/2001/XMLSchema-instance'

/** The schema allows titles of 200 characters. */
const longestTitle = 200

/**
 * The manifest of a SCORM 1.2 package (SCORM 1.2 Content Aggregation Model, section 2.3). All identifiers derive from the
 * module's id, never from its title, order or time: an LMS that meets other identifiers in a new version of a package
 * throws its learners' results away. `paths` are the package's files, the page to launch first. The mastery score is
 * written only for a target that wants one.
 */
export async function scorm12Manifest(
  bundle: Bundle,
  paths: readonly string[],
  target: Pick<TargetProfile, 'mastery'>,
): Promise<string> {
  // Loading the XML library takes longer than starting the command line; only publishing needs it.
  const { create } = await import('xmlbuilder2')
  const title = manifestTitle(bundle.title, longestTitle, bundle.id)
  // An XML identifier begins with a letter; an id of ours may begin with a digit.
  const identifier = (kind: string) => `${kind}-${bundle.id}`
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(imscp, 'manifest', {
    identifier: identifier('MODULE'),
    version: '1.0',
  })
  root.att('http://www.w3.org/2000/xmlns/', 'xmlns:adlcp', adlcp)
  root.att('http://www.w3.org/2000/xmlns/', 'xmlns:xsi', instance)
  root.att(instance, 'xsi:schemaLocation', `${imscp} imscp_rootv1p1p2.xsd ${adlcp} adlcp_rootv1p2.xsd`)

  const metadata = root.ele(imscp, 'metadata')
  metadata.ele(imscp, 'schema').txt('ADL SCORM')
  metadata.ele(imscp, 'schemaversion').txt('1.2')

  const organizations = root.ele(imscp, 'organizations', { default: identifier('ORG') })
  const organization = organizations.ele(imscp, 'organization', { identifier: identifier('ORG') })
  organization.ele(imscp, 'title').txt(asText(title))
  const item = organization.ele(imscp, 'item', {
    identifier: identifier('ITEM'),
    identifierref: identifier('SCO'),
    isvisible: 'true',
  })
  item.ele(imscp, 'title').txt(asText(title))
  const mastery = target.mastery ? passMark(bundle) : null
  if (mastery !== null) item.ele(adlcp, 'adlcp:masteryscore').txt(String(mastery))

  const resource = root.ele(imscp, 'resources').ele(imscp, 'resource', {
    identifier: identifier('SCO'),
    type: 'webcontent',
    href: paths[0] ?? 'index.html',
  })
  resource.att(adlcp, 'adlcp:scormtype', 'sco')
  for (const path of paths) resource.ele(imscp, 'file', { href: path })
  return `${root.end({ prettyPrint: true })}\n`
}
