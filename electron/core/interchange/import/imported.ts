import { readFile } from 'node:fs/promises'
import type { Imported, ReportLine } from '../../../../shared/contract/interchange.ts'
import { parseCaptions } from '../../../../shared/bundle/captions/parse.ts'
import type { Asset } from '../../../../shared/model/asset.ts'
import type { Change } from '../../../../shared/model/change.ts'
import { projectId } from '../../../../shared/model/project.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { ProjectAccess } from '../../domains.ts'
import type { ModuleSource } from '../module-source/read.ts'

/** What an import did: counts of what the files held, what is new in the project, and the report by file and line. */
export async function describeImport(
  project: ProjectAccess,
  {
    modules,
    assets,
    change,
    report,
  }: { modules: ModuleSource[]; assets: Asset[]; change: Change; report: ReportLine[] },
): Promise<Imported> {
  const records = modules.flatMap((source) => [source.module, ...source.records])
  const count = (type: ProjectRecord['type']) => records.filter((record) => record.type === type).length
  return {
    project: project.require('project', projectId).title,
    imported: {
      modules: count('module'),
      steps: count('step'),
      questions: count('question'),
      scenes: 0,
      panels: 0,
      cues: await countCues(project, assets),
      assets: assets.length,
    },
    changed: report.filter(({ outcome }) => outcome === 'changed').length,
    refused: report.filter(({ outcome }) => outcome === 'left-out').length,
    created: Object.values(change.added).map((record) => ({
      type: record.type,
      id: record.id,
      title: titleOf(record),
    })),
    report,
  }
}

function titleOf(record: ProjectRecord): string {
  if (record.type === 'asset') return record.name
  return record.type === 'outcome' ? record.text : record.title
}

async function countCues(project: ProjectAccess, assets: readonly Asset[]): Promise<number> {
  let count = 0
  for (const { sha256, kind } of assets) {
    const file = kind === 'captions' ? project.file(sha256) : null
    if (file) count += parseCaptions(await readFile(project.filePath(file), 'utf8'))?.cues.length ?? 0
  }
  return count
}
