import { XmlDocument } from 'libxml2-wasm'
import { schemaProblems as problemsOf } from '../../electron/shells/cli/verify/schemas.ts'

const namespaces = {
  cp: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
}

/** What the SCORM schemas have against a manifest. */
export function schemaProblems(xml: string): string[] {
  return problemsOf(xml) ?? ['no schema is for this document']
}

/**
 * What the schemas do not catch and LMSs stumble over (LMS facts, SCORM point 10). `files` are the names in the zip.
 */
export function packageProblems(xml: string, files: readonly string[]): string[] {
  const document = XmlDocument.fromString(xml)
  const find = (path: string) => document.find(path, namespaces)
  const values = (path: string) => find(path).map((node) => node.content)
  const problems: string[] = []
  const expect = (isRight: boolean, problem: string) => {
    if (!isRight) problems.push(problem)
  }
  const [organization = ''] = values('/cp:manifest/cp:organizations/@default')
  const organizations = values('//cp:organization/@identifier')
  expect(organizations.includes(organization), `default names no organization: ${organization}`)

  for (const score of values('//adlcp:masteryscore'))
    expect(Number(score) >= 0 && Number(score) <= 100, `masteryscore out of range: ${score}`)

  const resources = values('//cp:resource/@identifier')
  for (const reference of values('//cp:item/@identifierref'))
    expect(resources.includes(reference), `identifierref to nothing: ${reference}`)

  const listed = values('//cp:file/@href')
  const launched = values('//cp:resource/@href')
  expect(find("//cp:resource[@adlcp:scormtype='sco'][not(@href)]").length === 0, 'a SCO without href')
  for (const path of launched) expect(listed.includes(path), `href is not listed: ${path}`)

  for (const path of listed) {
    expect(files.includes(path), `listed and not in the package: ${path}`)
    expect(!/^\/|\\|^[a-z]+:|(^|\/)\.\.(\/|$)/i.test(path), `not a relative path: ${path}`)
  }
  for (const path of files)
    expect(path === 'imsmanifest.xml' || listed.includes(path), `in the package and not listed: ${path}`)
  expect(new Set(listed).size === listed.length, 'a file is listed twice')
  expect(files.includes('imsmanifest.xml'), 'no imsmanifest.xml at the root')
  expect(
    find("//cp:resource[@adlcp:scormtype='sco']").length === 1 && find('//cp:item').length === 1,
    'not exactly one SCO',
  )
  document.dispose()
  return problems
}
