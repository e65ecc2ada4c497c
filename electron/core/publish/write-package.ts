import { resolve } from 'node:path'
import type { Published } from '../../../shared/contract/publish.ts'
import { StudioError } from '../../../shared/errors.ts'
import { writeFolder } from './folder.ts'
import type { Format } from './formats/format.ts'
import type { PackageFile } from './package-file.ts'
import { type ReadPackage, readFolder, readZip } from './preflight/package.ts'
import type { Report } from './progress.ts'
import { replaceFile } from './replace.ts'
import { writeZip } from './zip/write.ts'

/** Where a package goes. */
export type Place = { path: string; isFolder: boolean }

export function placeOf(out: string, name: string, format: Format): Place {
  const path = resolve(out)
  const isFolder = !/\.zip$/i.test(path)
  if (isFolder && !format.canBeFolder)
    throw new StudioError('invalid-input', {
      what: `A ${name} package is a zip file, and ${out} does not end in .zip.`,
    })
  return { path, isFolder }
}

type WriteOptions = {
  overwrite: boolean
  checksum: boolean
  /** Reads what was written, at a path that is not yet its own; what it throws keeps the package from taking its place. */
  check: (path: string, read: ReadPackage) => Promise<void>
  signal: AbortSignal
  report: Report
}

/** Writes a package, has it read again and checked, and only then lets it take its place. */
export async function writePackage(
  { path, isFolder }: Place,
  files: readonly PackageFile[],
  { overwrite, checksum, check, signal, report }: WriteOptions,
): Promise<Pick<Published, 'bytes' | 'sha256'>> {
  const total = files.reduce(
    (sum, { content }) => sum + (content.type === 'stored' ? content.bytes : content.data.length),
    0,
  )
  let done = 0
  const onBytes = (bytes: number) => {
    done += bytes
    report(done / total)
  }
  const names = files.map((file) => file.path)
  const checked = async (written: string) => {
    report(1, 'Checking the package')
    await check(written, isFolder ? await readFolder(written, names) : await readZip(written))
    signal.throwIfAborted()
  }
  if (isFolder)
    return {
      bytes: await writeFolder(path, files, { overwrite, check: checked, signal, onBytes }),
      sha256: null,
    }
  return replaceFile(path, { overwrite, check: checked }, (file) =>
    writeZip(file, files, { checksum, signal, onBytes }),
  )
}
