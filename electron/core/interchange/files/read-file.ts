import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'

/** Source text is read whole; a module's is some 10 kB, a year's question bank a few hundred. */
const limit = { bytes: 500_000, words: '500 kB of text' }

/** The bytes of a text file. Throws `file-missing`, `file-unreadable`, `file-empty`, `file-too-large`. */
export async function readTextFile(path: string): Promise<Uint8Array> {
  const name = basename(path)
  const file = await open(path).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT' || cause.code === 'ENOTDIR')
      throw new StudioError('file-missing', { path }, { cause })
    throw new StudioError('file-unreadable', { path, problem: reason(cause) }, { cause })
  })
  try {
    const status = await file.stat()
    if (!status.isFile())
      throw new StudioError('file-unreadable', {
        path,
        problem: status.isDirectory() ? 'it is a folder' : 'it is no ordinary file',
      })
    if (status.size > limit.bytes) throw new StudioError('file-too-large', { name, limit: limit.words })
    if (status.size === 0) throw new StudioError('file-empty', { name })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

function reason({ code }: NodeJS.ErrnoException): string {
  return code === 'EACCES' || code === 'EPERM' ? 'you may not read it' : `the system says ${code ?? 'no'}`
}
