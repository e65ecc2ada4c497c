import { slug } from '../../../../shared/ids.ts'
import { projectId } from '../../../../shared/model/project.ts'
import type { Series } from '../../../../shared/model/series.ts'
import type { ProjectAccess } from '../../domains.ts'
import { numbered } from '../module-source/ids.ts'
import type { Overlay } from './change.ts'

/**
 * Sees that the module is in the series of that title, made at the end when there is none. Without a title it stays where
 * it is; a new one goes into the first series.
 */
export function placeInSeries(
  project: ProjectAccess,
  overlay: Overlay,
  moduleId: string,
  title: string | null,
) {
  const all = seriesOf(project, overlay)
  const holder = all.find(({ modules }) => modules.includes(moduleId))
  if (holder && (title === null || holder.title === title)) return
  const named = title === null ? all[0] : all.find((series) => series.title === title)
  const target = named ?? addSeries(project, overlay, title ?? 'First series')
  if (holder) overlay.set({ ...holder, modules: holder.modules.filter((id) => id !== moduleId) })
  overlay.set({ ...target, modules: [...target.modules, moduleId] })
}

function seriesOf(project: ProjectAccess, overlay: Overlay): Series[] {
  return projectRecord(project, overlay).series.flatMap((id) => {
    const record = overlay.get(id)
    return record?.type === 'series' ? [record] : []
  })
}

function addSeries(project: ProjectAccess, overlay: Overlay, title: string): Series {
  const name = `series-${slug(title).slice(0, 40)}`.replace(/-+$/, '')
  const id = numbered(
    (suffix) => `${name}${suffix}`,
    (candidate) => overlay.get(candidate) === null,
  )
  const series: Series = { id, type: 'series', title: title.slice(0, 300), modules: [] }
  const record = projectRecord(project, overlay)
  overlay.set({ ...record, series: [...record.series, id] })
  overlay.set(series)
  return series
}

function projectRecord(project: ProjectAccess, overlay: Overlay) {
  const record = overlay.get(projectId)
  return record?.type === 'project' ? record : project.require('project', projectId)
}
