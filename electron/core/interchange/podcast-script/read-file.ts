import type { Code } from 'mdast'
import { StudioError } from '../../../../shared/errors.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { lineOf, type MarkdownContext } from '../markdown/context.ts'
import { parseMarkdown } from '../markdown/parse.ts'
import { isActivity } from '../module-source/fences.ts'
import { splitFrontMatter } from '../module-source/front-matter.ts'
import { requireShallow } from '../module-source/nesting.ts'
import { cutSections } from '../module-source/sections.ts'
import { noNotes, type Notes } from '../report.ts'
import { readScript } from './read.ts'

const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*podcast\b[^`]*$/i

/**
 * A file as a script: what a `podcast` fence would hold, or a module's source with such a fence, the first of which is read.
 * Its title is then that of its step, its language the module's. Throws `source-invalid` when a module's source cannot be
 * read.
 */
export function readScriptFile(source: string, { name, notes }: { name: string; notes: Notes }): Script {
  const fileTitle = name.replace(/\.[^.]*$/, '')
  const lines = source.split('\n')
  if (!lines.some((line) => opening.test(line)))
    return readScript(source, { firstLine: 1, title: fileTitle, language: 'en', notes })
  const outline = withoutScripts(lines).join('\n')
  requireShallow(outline, name)
  // Of a module's settings only its language matters here; what else may be wrong with them is for its import to tell.
  const { matter, text } = splitFrontMatter(outline, { name, notes: noNotes })
  const [first, ...others] = podcastsIn(text)
  if (!first)
    throw new StudioError('source-invalid', {
      name,
      place: 'line 1',
      problem: 'A podcast is named in it, but stands inside something else and not on its own.',
    })
  for (const { opens } of others)
    notes.leftOut(opens, '```podcast', 'One script is read from a file, and this is not the first.')
  return readScript(lines.slice(first.opens, first.closes).join('\n'), {
    firstLine: first.opens + 1,
    title: first.title || matter.title || fileTitle,
    language: matter.language,
    notes,
  })
}

/** The lines with blank ones for what podcasts say: that is no Markdown, and may be longer than Markdown is read quickly. */
function withoutScripts(lines: readonly string[]): string[] {
  let fence: string | null = null
  return lines.map((line) => {
    if (fence === null) {
      fence = opening.exec(line)?.[1] ?? null
      return line
    }
    const end = line.trim()
    if (end.length < fence.length || end !== fence.charAt(0).repeat(end.length)) return ''
    fence = null
    return line
  })
}

/** Lines from 1: that of the fence's name, and the last one before its end. */
type Fence = { opens: number; closes: number; title: string }

function podcastsIn(text: string): Fence[] {
  const context: MarkdownContext = {
    source: text,
    lineOffset: 0,
    notes: noNotes,
    image: () => null,
    definitions: new Map(),
  }
  const { title, opening: before, steps } = cutSections(parseMarkdown(text), context)
  return [{ title: title ?? '', nodes: before.nodes }, ...steps].flatMap((section) =>
    section.nodes
      .filter((node): node is Code => isActivity(node, context) && node.lang?.toLowerCase() === 'podcast')
      .map((node) => {
        const opens = lineOf(node, context)
        const length = node.value === '' ? 0 : node.value.split('\n').length
        return { opens, closes: opens + length, title: section.title }
      }),
  )
}
