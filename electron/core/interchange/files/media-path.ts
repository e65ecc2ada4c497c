import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'

/** A file beside the source, or why it is not taken (half a sentence). */
export type FoundMedia = { path: string } | { refusal: string }

/**
 * The file that `reference` names, looked for in `folder` and never outside it: not by `..`, not by an absolute path, not
 * through a link, not on the network.
 */
export async function findMedia(folder: string, reference: string): Promise<FoundMedia> {
  if (/^[a-z][a-z0-9+.-]+:/i.test(reference) || /^[\\/]{2}/.test(reference))
    return {
      refusal: /^data:/i.test(reference)
        ? 'it is embedded, not a file'
        : 'the studio fetches nothing from elsewhere',
    }
  if (reference.trim() === '' || reference.includes('\0')) return { refusal: 'it names no file' }
  const names = [reference, decoded(reference)].map((name) => name.replaceAll('\\', '/'))
  for (const name of new Set(names)) {
    if (isAbsolute(name) || /^[a-z]:/i.test(name) || !isInside(folder, join(folder, name)))
      return { refusal: 'it lies outside the folder of the file' }
    const path = await realFile(join(folder, name))
    if (path === null) continue
    if (!isInside(await realpath(folder), path))
      return { refusal: 'it is a link that leads out of the folder' }
    return { path: join(folder, name) }
  }
  return { refusal: 'there is no such file' }
}

async function realFile(path: string): Promise<string | null> {
  try {
    const real = await realpath(path)
    return (await stat(real)).isFile() ? real : null
  } catch {
    return null
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Markdown writers encode blanks and accents in addresses (`my%20picture.png`). */
function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference)
  } catch {
    return reference
  }
}
