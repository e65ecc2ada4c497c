import { projectId } from '../../../shared/model/project.ts'
import type { RecordMap } from '../../../shared/model/records.ts'
import { parentOf, siblingsOf } from './actions.ts'

/** Where a dragged row would go: into `parent`’s list, before the place `index` counted without the row itself. */
export type DropPlace = { parent: string; index: number }

/**
 * Where `dragged` goes when it is let go over the line `over`, in its upper or lower half; null where it cannot go. A
 * placeholder line has its parent's id with `/empty` or `/loading` behind it.
 */
export function dropPlace(
  records: RecordMap,
  dragged: string,
  over: string,
  half: 'upper' | 'lower',
): DropPlace | null {
  const type = records[dragged]?.type
  if (type !== 'series' && type !== 'module' && type !== 'step') return null
  if (over.includes('/')) return into(records, type, dragged, over.slice(0, over.indexOf('/')))
  let target: string | null = over
  // Over something inside a place of its own kind, the place is meant.
  if (type === 'module' && records[over]?.type === 'step') target = parentOf(records, over)
  while (type === 'series' && target !== null && records[target]?.type !== 'series')
    target = parentOf(records, target)
  if (target === null) return null
  if (records[target]?.type === type)
    return beside(records, dragged, target, target === over ? half : 'lower')
  return into(records, type, dragged, target)
}

function into(records: RecordMap, type: string, dragged: string, parent: string): DropPlace | null {
  const record = records[parent]
  const list =
    type === 'step' && record?.type === 'module'
      ? record.steps
      : type === 'module' && record?.type === 'series'
        ? record.modules
        : type === 'series' && record?.id === projectId && record.type === 'project'
          ? record.series
          : null
  return list ? { parent, index: list.filter((id) => id !== dragged).length } : null
}

function beside(
  records: RecordMap,
  dragged: string,
  target: string,
  half: 'upper' | 'lower',
): DropPlace | null {
  const place = siblingsOf(records, target)
  if (!place || target === dragged) return null
  const index = place.ids.filter((id) => id !== dragged).indexOf(target) + (half === 'lower' ? 1 : 0)
  return { parent: place.parent, index }
}
