import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { StudioError } from '../../../shared/errors.ts'
import type { PackageFile } from './package-file.ts'
import { nameBeside, writeError } from './replace.ts'

type Options = {
  overwrite: boolean
  /** Looks at the files where they were written, before they take their place. */
  check?: (path: string) => Promise<void>
  signal?: AbortSignal
  onBytes?: (bytes: number) => void
}

/**
 * Writes `files` as the folder `target`, and tells how many bytes they are. All is written beside it first, so that a
 * cancelled or failed publication leaves nothing. A folder that holds something is refused unless `overwrite`; then our
 * files are put in its files' places and nothing else of it is touched, but media of an earlier publication is removed.
 */
export async function writeFolder(
  target: string,
  files: readonly PackageFile[],
  { overwrite, check, signal, onBytes = () => {} }: Options,
): Promise<number> {
  const found = await stat(target).catch(() => null)
  const isFull = found?.isDirectory() && (await readdir(target)).length > 0
  if (found && (!found.isDirectory() || (isFull && !overwrite)))
    throw new StudioError('file-exists', { path: target })
  const temporary = nameBeside(target)
  try {
    await mkdir(temporary)
    let total = 0
    for (const file of files) {
      signal?.throwIfAborted()
      const bytes = await writeOne(join(temporary, file.path), file)
      total += bytes
      onBytes(bytes)
    }
    await check?.(temporary)
    signal?.throwIfAborted()
    if (isFull) await moveInto(temporary, target, files)
    else {
      if (found) await rmdir(target)
      await rename(temporary, target)
    }
    return total
  } catch (error) {
    throw writeError(error, target)
  } finally {
    await rm(temporary, { recursive: true, force: true }).catch(() => {})
  }
}

async function writeOne(path: string, { content }: PackageFile): Promise<number> {
  await mkdir(dirname(path), { recursive: true })
  if (content.type === 'text') {
    await writeFile(path, content.data)
    return content.data.length
  }
  if (!(await stat(content.file).catch(() => null)))
    throw new StudioError('file-missing', { path: content.file })
  // Shares the bytes where the file system can.
  await copyFile(content.file, path, constants.COPYFILE_FICLONE)
  const { size } = await stat(path)
  if (size !== content.bytes)
    throw new StudioError('media-damaged', {
      name: content.file,
      problem: `it should hold ${content.bytes} bytes and holds ${size}`,
    })
  return size
}

/** The page is the first file and comes last, so that it never speaks of media that are not there yet. */
async function moveInto(from: string, target: string, files: readonly PackageFile[]): Promise<void> {
  for (const { path } of files.toReversed()) {
    await mkdir(dirname(join(target, path)), { recursive: true })
    await rename(join(from, path), join(target, path))
  }
  const names = new Set(files.map(({ path }) => path))
  const media = await readdir(join(target, 'media')).catch(() => [])
  for (const name of media)
    if (isOurMedia(name) && !names.has(`media/${name}`)) await rm(join(target, 'media', name))
}

/** Only names that `compile` gives are ours to remove. */
function isOurMedia(name: string): boolean {
  return /^[0-9a-f]{12}(-[0-9a-f-]+)?\.[a-z0-9]{1,8}$/.test(name)
}
