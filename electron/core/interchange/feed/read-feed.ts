import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { NoFeed } from '../../../../shared/podcast/feed.ts'

/** Ten thousand episodes with long descriptions. */
const mostBytes = 20_000_000

/** The text of the feed that is there, or null. Throws for a file that is no text, too large, or that may not be read. */
export async function readFeed(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (!found) return null
  if (!found.isFile()) throw new StudioError('file-unreadable', { path, problem: 'it is no file' })
  if (found.size > mostBytes)
    throw new StudioError('file-too-large', { name: basename(path), limit: '20 MB' })
  const bytes = await readFile(path).catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new StudioError('file-unreadable', { path, problem }, { cause })
  })
  return refusingNoFeed(path, () => decode(bytes))
}

/** Runs work on a feed that is there; one that is none is left as it is, and that is said. */
export function refusingNoFeed<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (cause) {
    if (!(cause instanceof NoFeed)) throw cause
    throw new StudioError(
      'file-kind-unknown',
      {
        name: basename(path),
        accepted: `RSS feeds, and leaves a file that is none as it was (${cause.message})`,
      },
      { cause },
    )
  }
}

/** The text in the encoding that the document itself declares (XML 1.0, section 4.3.3), UTF-8 by default. */
function decode(bytes: Uint8Array): string {
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const [, encoding = 'utf-8'] = /^(?:ï»¿)?<\?xml\s[^>]*encoding\s*=\s*["']([\w.-]+)["']/.exec(opening) ?? []
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new NoFeed(`it is no text in ${encoding.toUpperCase()}`)
  }
}
