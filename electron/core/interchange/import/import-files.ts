import type { Imported, ReportLine } from '../../../../shared/contract/interchange.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import { isEmptyChange } from '../../../../shared/model/change.ts'
import type { MediaAccess, ProjectAccess, Work } from '../../domains.ts'
import type { ModuleSource } from '../module-source/read.ts'
import { changeFor } from './change.ts'
import { idsFor } from './ids.ts'
import { describeImport } from './imported.ts'
import { lookupIn } from './lookup.ts'
import { type PreparedFile, prepareFile } from './prepare.ts'
import { takeMedia } from './take-media.ts'

/** Who the change is said to come from. */
export const importer = 'import'

export type ImportJob = {
  project: ProjectAccess
  media: MediaAccess
  paths: readonly string[]
  /** What undo calls it; by default “Import FILE”. */
  label?: string
  /** Joins several commits in a row into one undo step. */
  mergeKey?: string
  signal?: AbortSignal
}

/**
 * Takes files into the project as one undoable change. All of them are read before anything is written; when one cannot
 * be read at all, nothing is imported. Cancelling, too, leaves the project as it was.
 */
export async function* importFiles({
  project,
  media,
  paths,
  label,
  mergeKey,
  signal,
}: ImportJob): Work<Imported> {
  const files: PreparedFile[] = []
  for (const [index, path] of paths.entries()) {
    yield { type: 'progress', phase: 'Reading', fraction: (index / paths.length) * 0.1, secondsLeft: null }
    files.push(await prepareFile(path))
    requireWanted(signal)
  }
  const ids = idsFor(project)
  const used = new Map<string, Asset>()
  const modules: ModuleSource[] = []
  for (const [index, file] of files.entries()) {
    const from = 0.1 + (0.85 * index) / files.length
    const to = from + 0.85 / files.length
    const taken = yield* takeMedia({ project, media, signal, from, to }, file.folder, file.media)
    requireWanted(signal)
    modules.push(
      file.read({
        media: lookupIn(taken, file.notes, used),
        moduleId: (wanted) => ids.moduleId(wanted, file.notes),
        isFree: ids.isFree,
      }),
    )
  }
  yield { type: 'progress', phase: 'Saving', fraction: 0.95, secondsLeft: null }
  requireWanted(signal)
  const change = changeFor(project, modules, used.values())
  if (!isEmptyChange(change))
    project.commit({ label: label ?? labelFor(files), change, mergeKey, by: importer })
  const report = files.flatMap(({ notes }) => byLine(notes.lines))
  yield {
    type: 'done',
    result: await describeImport(project, { modules, assets: [...used.values()], change, report }),
  }
}

const labelFor = (files: readonly PreparedFile[]) =>
  files.length === 1 ? `Import ${files[0]?.name.slice(0, 150)}` : `Import ${files.length} files`

const byLine = (lines: readonly ReportLine[]) =>
  lines.toSorted((one, other) => lineNumber(one) - lineNumber(other))

const lineNumber = ({ place }: ReportLine) => Number(/\d+/.exec(place)?.[0] ?? 0)

function requireWanted(signal: AbortSignal | undefined) {
  if (signal?.aborted) throw new StudioError('cancelled', { what: 'The import' })
}
