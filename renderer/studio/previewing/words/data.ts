import type { PreviewFormat } from '../../../../shared/bundle/preview-conditions.ts'
import { elementInWords } from './elements.ts'

/** One value an LMS was told. */
export type DataRow = {
  element: string
  /** What it is, in plain words; empty where the name says enough. */
  words: string
  value: string
  /** Whether it stays, should the learner leave now. */
  isKept: boolean
}

/** Everything an LMS was told, as lines of a table: what matters most first, lists last. */
export function dataRows(
  format: PreviewFormat,
  values: Record<string, string>,
  kept: Record<string, string>,
): DataRow[] {
  return Object.entries(values)
    .map(([element, value]) => ({
      element: format === 'scorm12' || format === 'scorm2004' ? element : documentName(element),
      words: elementInWords(element) ?? documentInWords(element),
      value,
      isKept: kept[element] === value,
    }))
    .toSorted((one, other) => rank(one) - rank(other))
}

function rank({ element, words }: DataRow): number {
  if (/^cmi\.(interactions|objectives)\./.test(element)) return 2
  return words === '' ? 1 : 0
}

/** `activities/state|https://…|registration|name|` is the name of a document. */
function documentName(key: string): string {
  const [path = '', , , state = '', profile = ''] = key.split('|')
  return [path, state || profile].filter(Boolean).join(' / ')
}

function documentInWords(key: string): string {
  const name = documentName(key)
  if (name.endsWith('LMS.LaunchData')) return 'How the module was launched'
  return name.startsWith('activities/state /') ? 'Kept for going on' : ''
}
