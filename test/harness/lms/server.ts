import { type Site, serveFiles, serveZip } from '../serve-zip.ts'
import { type Edition, hostFiles } from './host.ts'

export type Lms = {
  origin: string
  edition: Edition
  files: string[]
  manifest: string
  /** Takes files in place of those there: the module was published anew. */
  replace: (files: Map<string, Buffer>) => void
  close: () => Promise<void>
}

const prefix = '/package/'

/** Unpacks a SCORM package as an LMS does and serves it under the page `hostFiles` describes. */
export async function startLms(zip: string): Promise<Lms> {
  let edition: Edition = 'scorm12'
  const site = await serveZip(zip, prefix, (files) => {
    const manifest = manifestOf(files)
    if (manifest.includes('<schemaversion>2004')) edition = 'scorm2004'
    const [, launchHref = 'index.html'] = /<resource\b[^>]*\bhref="([^"]+)"/.exec(manifest) ?? []
    const [, mastery = ''] = /<adlcp:masteryscore>([^<]+)</.exec(manifest) ?? []
    return hostFiles({ edition, launchHref, mastery })
  })
  return lmsOn(site, edition)
}

/** The same for the files of a module without a package around them. */
export async function startLmsWith(files: Map<string, Buffer>, edition: Edition): Promise<Lms> {
  const hosted = hostFiles({ edition, launchHref: 'index.html', mastery: '' })
  return lmsOn(await serveFiles(new Map(files), prefix, () => hosted), edition)
}

function lmsOn({ origin, files, close }: Site, edition: Edition): Lms {
  return {
    origin,
    edition,
    files: [...files.keys()],
    manifest: manifestOf(files),
    replace(others) {
      files.clear()
      for (const [path, content] of others) files.set(path, content)
    },
    close,
  }
}

function manifestOf(files: Map<string, Buffer>): string {
  return files.get('imsmanifest.xml')?.toString('utf8') ?? ''
}
