import { isRow, type OutlineLine } from './rows.ts'

/** The part of the outline that can be seen, in pixels from its top. */
export type Span = { top: number; bottom: number }

/** Stands for lines that are not drawn; as high as they would be. */
export type Gap = { id: string; type: 'gap'; height: number }

/** Up to so many lines are all drawn: leaving some out would gain nothing anybody could feel. */
const fewLines = 80

/** How far beyond what can be seen lines are drawn, in pixels, so that scrolling meets them ready. */
export const beyond = 500

/** As outline.module.css has it. Gaps alone rest on this; a drawn line is as high as it is. */
function heightOf(line: OutlineLine): number {
  if (!isRow(line)) return 31
  return line.type === 'series' ? 40 : 34
}

/**
 * The lines to draw when `span` is seen, with gaps in place of the others: a project of hundreds of modules would take
 * seconds to draw whole. Lines in `kept` are always drawn: the keyboard, a rename, a menu or a drag holds on to them.
 */
export function windowOf(
  lines: readonly OutlineLine[],
  span: Span,
  kept: ReadonlySet<string>,
): (OutlineLine | Gap)[] {
  if (lines.length <= fewLines) return [...lines]
  const drawn: (OutlineLine | Gap)[] = []
  let gap: Gap | null = null
  let top = 0
  for (const line of lines) {
    const height = heightOf(line)
    const isSeen = top < span.bottom + beyond && top + height > span.top - beyond
    top += height
    if (isSeen || kept.has(line.id)) {
      drawn.push(line)
      gap = null
    } else if (gap) gap.height += height
    else {
      // Named after the line before it, which stays drawn or not while the gap grows and shrinks.
      gap = { id: `gap after ${drawn.at(-1)?.id ?? 'nothing'}`, type: 'gap', height }
      drawn.push(gap)
    }
  }
  return drawn
}
