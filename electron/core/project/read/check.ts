import { existsSync } from 'node:fs'
import type { Finding } from '../../../../shared/model/finding.ts'
import type { ProjectRecord } from '../../../../shared/model/records.ts'
import { checkModule } from '../../../../shared/model/rules/index.ts'
import type { ProjectAccess } from '../../domains.ts'

/** The findings of one module, or, without one, of all of them in turn. */
export function checkProject(project: ProjectAccess, moduleId?: string): Finding[] {
  const modules = moduleId === undefined ? project.recordsOf('module').map(({ id }) => id) : [moduleId]
  return modules.flatMap((id) => {
    const records = project.moduleRecords(id)
    return [
      ...missingFiles(project, records, id),
      ...checkModule([...records, ...project.recordsOf('project')], id),
    ]
  })
}

/** Media that the project knows of, but whose file is no longer in its folder. */
function missingFiles(project: ProjectAccess, records: ProjectRecord[], moduleId: string): Finding[] {
  return records.flatMap((record) => {
    if (record.type !== 'asset') return []
    const file = project.file(record.sha256)
    if (file && existsSync(project.filePath(file))) return []
    return [
      {
        severity: 'block' as const,
        rule: 'media-file-missing',
        where: { module: moduleId, step: null, record: record.id },
        message: `The file of ${record.name} is missing from the project's media folder. Put ${record.sha256.slice(0, 8)}….${record.extension} back there, or import ${record.name} again.`,
      },
    ]
  })
}
