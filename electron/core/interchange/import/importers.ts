import { extname } from 'node:path'
import type { Asset, AssetKind } from '../../../../shared/model/asset.ts'
import type { ModuleSource } from '../module-source/read.ts'
import { readModuleSource } from '../module-source/read.ts'
import type { IsFree } from '../module-source/ids.ts'
import type { Notes } from '../report.ts'

/** What an importer is given besides the text. */
export type ImportContext = {
  name: string
  notes: Notes
  media: (path: string, line: number, kind: AssetKind) => Asset | null
  moduleId: (wanted: string) => string
  isFree: (moduleId: string) => IsFree
}

/** A format that text files come in. Reading is pure: media are looked up, nothing is written. */
type Importer = {
  /** With the dot, lower case. */
  extensions: readonly string[]
  /** For people: “module source (.md)”. */
  words: string
  read: (text: string, context: ImportContext) => ModuleSource
}

/** The registry of formats: a new one is a folder beside `module-source` and a line here. */
const importers: readonly Importer[] = [
  { extensions: ['.md', '.markdown'], words: 'module source (.md)', read: readModuleSource },
]

/** The format of a file by its name, or null. */
export function importerOf(path: string): Importer | null {
  const extension = extname(path).toLowerCase()
  return importers.find(({ extensions }) => extensions.includes(extension)) ?? null
}

export const acceptedFiles = importers.map(({ words }) => words).join(', ')
