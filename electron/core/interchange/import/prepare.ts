import { basename, dirname, resolve } from 'node:path'
import type { AssetKind } from '../../../../shared/model/asset.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { decodeText } from '../files/decode.ts'
import { readTextFile } from '../files/read-file.ts'
import { notesFor } from '../report.ts'
import { acceptedFiles, type ImportContext, importerOf } from './importers.ts'

/** A file that was read, and which media it names. */
export type PreparedFile = {
  name: string
  folder: string
  notes: ReturnType<typeof notesFor>
  /** Paths as the file writes them, in order, each once. */
  media: string[]
  read: (
    context: Pick<ImportContext, 'media' | 'moduleId' | 'isFree'>,
  ) => ReturnType<NonNullable<ReturnType<typeof importerOf>>['read']>
}

/** Reads a file and finds the media it names. Throws when it cannot be taken at all; the project is not touched. */
export async function prepareFile(path: string): Promise<PreparedFile> {
  const name = basename(path)
  const importer = importerOf(path)
  if (!importer) throw new StudioError('file-kind-unknown', { name, accepted: acceptedFiles })
  const notes = notesFor(name)
  const text = decodeText(await readTextFile(path), { name, notes })
  return {
    name,
    folder: dirname(resolve(path)),
    notes,
    media: mediaNamedIn((context) => importer.read(text, context), name),
    read: (context) => importer.read(text, { ...context, name, notes }),
  }
}

/** A reading that finds no media at all tells which ones it asked for. */
function mediaNamedIn(read: (context: ImportContext) => unknown, name: string): string[] {
  const paths = new Set<string>()
  read({
    name,
    notes: notesFor(name),
    media: (path: string, _line: number, _kind: AssetKind) => {
      paths.add(path)
      return null
    },
    moduleId: (wanted) => wanted,
    isFree: () => () => true,
  })
  return [...paths]
}
