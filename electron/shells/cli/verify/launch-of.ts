import type { BundleFormat } from '../../../../shared/contract/publish.ts'

/** How a package wants to be launched, as its own file says. */
type Launch = {
  /** The page. */
  href: string
  /** The activity's IRI, for statements. */
  activity: string
  /** 0 to 1, or null. */
  masteryScore: number | null
  /** The ids of the objectives a SCORM 2004 run-time begins with. */
  objectives: string[]
}

const manifests: Partial<Record<BundleFormat, string>> = {
  scorm12: 'imsmanifest.xml',
  scorm2004: 'imsmanifest.xml',
  cmi5: 'cmi5.xml',
  xapi: 'tincan.xml',
}

/** Reads the file of the package that says how. Pre-flight has found it sound, so a pattern is parser enough. */
export async function launchOf(
  format: BundleFormat,
  read: (name: string) => Promise<string>,
): Promise<Launch> {
  const name = manifests[format]
  const xml = name === undefined ? '' : await read(name)
  const first = (pattern: RegExp) => pattern.exec(xml)?.[1]
  const mastery = first(/\bmasteryScore="([^"]+)"/)
  return {
    href:
      first(/<resource\b[^>]*\bhref="([^"]+)"/) ?? first(/<(?:url|launch)\b[^>]*>([^<]+)</) ?? 'index.html',
    activity: first(/<(?:au|activity)\b[^>]*\bid="([^"]+)"/) ?? 'urn:morsel:unknown',
    masteryScore: mastery === undefined ? null : Number(mastery),
    objectives: Array.from(xml.matchAll(/\bobjectiveID="([^"]+)"/g), ([, id = '']) => id),
  }
}
