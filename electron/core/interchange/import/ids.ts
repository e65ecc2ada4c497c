import type { ProjectRecord } from '../../../../shared/model/records.ts'
import type { ProjectAccess } from '../../domains.ts'
import { type IsFree, numbered } from '../module-source/ids.ts'
import type { Notes } from '../report.ts'

/** Gives module ids to the files of one import, and says which ids inside them are free. */
export function idsFor(project: ProjectAccess) {
  const given = new Set<string>()
  return {
    /** The id wanted when it is free or a module has it (then the file updates that module); else one with a number. */
    moduleId: (wanted: string, notes: Notes): string => {
      const id = numbered(
        (suffix) => `${wanted}${suffix}`,
        (candidate) => isOpen(project, candidate) && !given.has(candidate),
      )
      if (id !== wanted)
        notes.changed(
          1,
          wanted,
          `The id was taken by something that is not this module; the module became ${id}.`,
        )
      given.add(id)
      return id
    },
    isFree: (moduleId: string): IsFree => {
      const current = new Set(ownedBy(project, moduleId).map(({ id }) => id))
      return (id, type) => {
        if (given.has(id)) return false
        const record = project.record(id)
        const isFree = record === null || (record.type === type && current.has(id))
        if (isFree) given.add(id)
        return isFree
      }
    },
  }
}

/** An id that every JavaScript object seems to have would be found where there is none. */
function isOpen(project: ProjectAccess, id: string): boolean {
  if (id in Object.prototype) return false
  const record = project.record(id)
  return record === null || record.type === 'module'
}

/** A module and the records that live and die with it; nothing when there is no such module. */
export function ownedBy(project: ProjectAccess, moduleId: string): ProjectRecord[] {
  if (project.record(moduleId)?.type !== 'module') return []
  return project.moduleRecords(moduleId).filter(({ type }) => type !== 'asset')
}
