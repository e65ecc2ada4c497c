import type { StepKind } from '../../../shared/model/steps/index.ts'
import { projectId } from '../../../shared/model/project.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import type { RowType } from './actions.ts'

/** One line of the outline, as a tree announces it. */
export type Row = {
  id: string
  type: RowType
  title: string
  /** Counted from 1, as `aria-level`. */
  level: number
  /** Null for what holds nothing. */
  isExpanded: boolean | null
  /** The step's kind; null for the others. */
  kind: StepKind | null
  parent: string
  position: number
  siblings: number
}

/** A module that is expanded but not here yet: the outline says so in its place. */
export type LoadingRow = { id: string; type: 'loading'; level: number; parent: string }
/** A series or module without content: the outline teaches the next step in its place. */
export type EmptyRow = { id: string; type: 'empty'; level: number; parent: string; of: 'series' | 'module' }

export type OutlineLine = Row | LoadingRow | EmptyRow

export function isRow(line: OutlineLine): line is Row {
  return line.type !== 'loading' && line.type !== 'empty'
}

/** The outline’s visible lines from top to bottom. `collapsed` holds series, `expanded` modules: what was chosen away from the default. */
export function linesOf(
  records: RecordMap,
  { collapsed, expanded }: { collapsed: ReadonlySet<string>; expanded: ReadonlySet<string> },
  loaded: ReadonlySet<string>,
): OutlineLine[] {
  const project = records[projectId]
  if (project?.type !== 'project') return []
  return project.series.flatMap((id, index): OutlineLine[] => {
    const series = records[id]
    if (series?.type !== 'series') return []
    const isExpanded = !collapsed.has(id)
    const row: Row = {
      id,
      type: 'series',
      title: series.title,
      level: 1,
      isExpanded,
      kind: null,
      parent: projectId,
      position: index + 1,
      siblings: project.series.length,
    }
    if (!isExpanded) return [row]
    if (series.modules.length === 0)
      return [row, { id: `${id}/empty`, type: 'empty', level: 2, parent: id, of: 'series' }]
    return [
      row,
      ...series.modules.flatMap((module, place) =>
        moduleLines(records, module, {
          parent: id,
          position: place + 1,
          siblings: series.modules.length,
          isExpanded: expanded.has(module),
          isLoaded: loaded.has(module),
        }),
      ),
    ]
  })
}

type ModulePlace = {
  parent: string
  position: number
  siblings: number
  isExpanded: boolean
  isLoaded: boolean
}

function moduleLines(records: RecordMap, id: string, place: ModulePlace): OutlineLine[] {
  const module = records[id]
  if (module?.type !== 'module') return []
  const { isLoaded, ...shared } = place
  const row: Row = { ...shared, id, type: 'module', title: module.title, level: 2, kind: null }
  if (!place.isExpanded) return [row]
  if (module.steps.length === 0)
    return [row, { id: `${id}/empty`, type: 'empty', level: 3, parent: id, of: 'module' }]
  const steps = module.steps.flatMap((step, index): Row[] => {
    const record = records[step]
    if (record?.type !== 'step') return []
    return [
      {
        id: step,
        type: 'step',
        title: record.title,
        level: 3,
        isExpanded: null,
        kind: record.kind,
        parent: id,
        position: index + 1,
        siblings: module.steps.length,
      },
    ]
  })
  if (steps.length === 0 && !isLoaded)
    return [row, { id: `${id}/loading`, type: 'loading', level: 3, parent: id }]
  return [row, ...steps]
}
