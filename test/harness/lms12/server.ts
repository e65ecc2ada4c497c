import { serveZip } from '../serve-zip.ts'
import { hostFiles } from './host.ts'

export type Lms = { origin: string; files: string[]; manifest: string; close: () => Promise<void> }

/** Unpacks a SCORM 1.2 package as an LMS does and serves it under the page `hostFiles` describes. */
export async function startLms(zip: string): Promise<Lms> {
  const site = await serveZip(zip, '/package/', (files) => {
    const manifest = manifestOf(files)
    const [, launchHref = 'index.html'] = /<resource\b[^>]*\bhref="([^"]+)"/.exec(manifest) ?? []
    const [, mastery = ''] = /<adlcp:masteryscore>([^<]+)</.exec(manifest) ?? []
    return hostFiles({ launchHref, mastery })
  })
  return {
    origin: site.origin,
    files: [...site.files.keys()],
    manifest: manifestOf(site.files),
    close: site.close,
  }
}

function manifestOf(files: Map<string, Buffer>): string {
  return files.get('imsmanifest.xml')?.toString('utf8') ?? ''
}
