import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bundle } from '../../../../shared/bundle/format.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { type PackageFile, textFile } from '../package-file.ts'
import { moduleIcon } from './icon.ts'
import { webManifest } from './manifest.ts'

/** Stands in the page for the version, which follows from the page and all that belongs to it. */
const versionMark = '{version}'

/** What the page of an installable module has beside the usual: the script that registers the service worker, and leave to. */
export const offlinePage = {
  head: `<script defer src="offline.js" data-version="${versionMark}"></script>`,
  policy: ["worker-src 'self'", "manifest-src 'self'"],
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
  const [page, player, ...media] = files
  if (page?.content.type !== 'text' || !player)
    throw new Error('A package begins with its page and its player')
  const { worker, register } = await loadScripts(built)
  const kept = [
    player,
    textFile('offline.js', register),
    textFile('manifest.webmanifest', webManifest(bundle)),
    ...[192, 512].map(
      (size): PackageFile => ({
        path: `icons/${size}.png`,
        content: { type: 'text', data: moduleIcon(bundle.id, size) },
      }),
    ),
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

async function loadScripts(built: string): Promise<{ worker: string; register: string }> {
  const folder = join(built, 'player')
  try {
    const [worker, register] = await Promise.all(
      ['offline-worker.js', 'offline-register.js'].map((name) => readFile(join(folder, name), 'utf8')),
    )
    return { worker: worker ?? '', register: register ?? '' }
  } catch (error) {
    throw new StudioError('player-missing', { path: folder }, { cause: error })
  }
}

/** As `fetch` checks it; only what is in memory has one here. */
function integrityOf(content: PackageFile['content']): string {
  return content.type === 'text' ? `sha256-${createHash('sha256').update(content.data).digest('base64')}` : ''
}
