import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { formats } from '../../../electron/core/publish/formats/index.ts'
import { type PackageFile, textFile } from '../../../electron/core/publish/package-file.ts'
import { loadPlayer } from '../../../electron/core/publish/player.ts'
import { readZip } from '../../../electron/core/publish/preflight/package.ts'
import { preflight } from '../../../electron/core/publish/preflight/preflight.ts'
import { replaceFile } from '../../../electron/core/publish/replace.ts'
import { trackingFor } from '../../../electron/core/publish/tracking.ts'
import { writeZip } from '../../../electron/core/publish/zip/write.ts'
import type { Bundle } from '../../../shared/bundle/format.ts'
import type { BundleFormat } from '../../../shared/contract/publish.ts'
import { targetProfiles } from '../../../shared/lms/profiles.ts'
import { unpack } from '../../harness/serve-zip.ts'
import { built, mediaFiles } from './module-site.ts'

/**
 * A bundle as a package of this format: its files are made, written as a zip and checked as publishing does it, and unpacked
 * again as an LMS does.
 */
export async function packageFiles(bundle: Bundle, name: BundleFormat): Promise<Map<string, Buffer>> {
  const format = formats[name]
  const target = targetProfiles.generic
  const tracking = trackingFor(format.tracking, target)
  const player = await loadPlayer(built(), format.tracking, format.page)
  const media = mediaFiles().map(([path, data]): PackageFile => ({ path, content: { type: 'text', data } }))
  const usual = [textFile('index.html', player.page(bundle, tracking).html), ...media]
  const rest = format.complete ? await format.complete(bundle, usual, built()) : usual
  const own = await format.ownFiles(
    bundle,
    rest.map(({ path }) => path),
    target,
  )
  const folder = mkdtempSync(join(tmpdir(), 'morsel-package-'))
  try {
    const zip = join(folder, 'module.zip')
    await replaceFile(zip, { overwrite: false }, (file) => writeZip(file, [...own, ...rest]))
    const findings = await preflight({ read: await readZip(zip), format: name, bundle, target, tracking })
    const blocking = findings.filter(({ severity }) => severity === 'block')
    if (blocking.length > 0) throw new Error(blocking.map(({ message }) => message).join('\n'))
    return await unpack(zip)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
