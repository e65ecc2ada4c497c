import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import mime from 'mime'

/**
 * Answers a request with a file below `folder`, or null when there is none. Only for the built pages: small files, read
 * whole. A path that leaves the folder is no file.
 */
export async function serveStatic(
  folder: string,
  path: string,
  headers: Record<string, string>,
): Promise<Response | null> {
  const name = decode(path)
  if (name === null) return null
  const file = normalize(join(folder, name.endsWith('/') ? `${name}index.html` : name))
  if (!file.startsWith(normalize(folder) + sep)) return null
  const body = await readFile(file).catch(() => null)
  if (!body) return null
  return new Response(body, {
    headers: {
      'content-type': mime.getType(extname(file)) ?? 'application/octet-stream',
      // Vite names what it hashes; the page itself must always be the newest.
      'cache-control': file.includes(`${sep}assets${sep}`) ? 'max-age=31536000, immutable' : 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') ? null : decoded
  } catch {
    return null
  }
}
