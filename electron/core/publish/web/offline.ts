import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { type PackageFile, textFile } from '../package-file.ts'
import type { PageExtras } from '../player.ts'
import { moduleIcon } from './icon.ts'
import { webManifest } from './manifest.ts'

/** Stands in the page for the version, which follows from the page and all that belongs to it. */
const versionMark = '{version}'

/** What the page of an installable module has beside the usual: its version, and a script that registers the service worker. */
export const offlinePage: PageExtras = {
  head: `<meta name="version" content="${versionMark}">`,
  policy: ["worker-src 'self'", "manifest-src 'self'"],
  scripts: ['offline-register'],
}

/**
 * Makes a package of a page and what it shows (`files`, the page first) one that can be installed and used without a
 * network: a manifest with icons, and a service worker that knows each file by its content.
 */
export async function withOffline(
  bundle: Bundle,
  files: readonly PackageFile[],
  built: string,
): Promise<PackageFile[]> {
  const [page, ...media] = files
  if (page?.content.type !== 'text') throw new Error('A package begins with its page')
  const worker = await loadWorker(built)
  const kept = [
    textFile('manifest.webmanifest', webManifest(bundle)),
    { path: 'icon.png', content: { type: 'text' as const, data: moduleIcon(bundle.id) } },
  ]
  const contents = {
    files: kept.map(({ path, content }) => [path, integrityOf(content)]),
    media: media.map(({ path, content }) => [
      path,
      content.type === 'stored' ? content.bytes : content.data.length,
    ]),
  }
  const html = Buffer.from(page.content.data).toString()
  const version = createHash('sha256')
    .update(JSON.stringify([html, contents, worker]))
    .digest('hex')
    .slice(0, 16)
  return [
    textFile(page.path, html.replace(versionMark, version)),
    ...kept,
    textFile('sw.js', `self.morsel=${JSON.stringify({ version, ...contents })};\n${worker}`),
    ...media,
  ]
}

async function loadWorker(built: string): Promise<string> {
  const folder = join(built, 'player')
  try {
    return await readFile(join(folder, 'offline-worker.js'), 'utf8')
  } catch (error) {
    throw new StudioError('player-missing', { path: folder }, { cause: error })
  }
}

/** As `fetch` checks it; only what is in memory has one here. */
function integrityOf(content: PackageFile['content']): string {
  return content.type === 'text' ? `sha256-${createHash('sha256').update(content.data).digest('base64')}` : ''
}
