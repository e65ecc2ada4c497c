import type { Verification } from '../../../core/ports.ts'

/**
 * What the command line lends for checking packages: the schemas and the browser of development. Loaded only when asked
 * for, because most commands never do.
 */
export const verification: Verification = {
  async schemaProblems(xml) {
    const schemas = await import('./schemas.ts').catch(() => null)
    return schemas ? schemas.schemaProblems(xml) : null
  },
  play: async (visit) => (await import('./play-package.ts')).playPackage(visit),
}
