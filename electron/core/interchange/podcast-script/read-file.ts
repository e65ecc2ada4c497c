import type { Code } from 'mdast'
import { StudioError } from '../../../../shared/errors.ts'
import { lineOf, type MarkdownContext } from '../markdown/context.ts'
import { isActivity } from '../module-source/fences.ts'
import { splitFrontMatter } from '../module-source/front-matter.ts'
import { parseSource } from '../module-source/parse-source.ts'
import { cutSections } from '../module-source/sections.ts'
import { noNotes, type Notes } from '../report.ts'
import { readScript, type ScriptSource } from './read.ts'

const opening = /^ {0,3}(`{3,}|~{3,})[ \t]*podcast\b[^`]*$/im

/**
 * A file as a script: what a `podcast` fence would hold, or a module's source with such a fence, the first of which is read.
 * Its title is then that of its step, its language the module's. Throws `source-invalid` when a module's source cannot be
 * read.
 */
export function readScriptFile(
  source: string,
  { name, notes }: { name: string; notes: Notes },
): ScriptSource {
  const fileTitle = name.replace(/\.[^.]*$/, '')
  if (!opening.test(source))
    return readScript(source, { firstLine: 1, title: fileTitle, language: 'en', notes })
  // Of a module's settings only its language matters here; what else may be wrong with them is for its import to tell.
  const { matter, text } = splitFrontMatter(source, { name, notes: noNotes })
  const [first, ...others] = podcastsIn(text, name)
  if (!first)
    throw new StudioError('source-invalid', {
      name,
      place: 'line 1',
      problem: 'A podcast is named in it, but stands inside something else and not on its own.',
    })
  for (const { opens } of others)
    notes.leftOut(opens, '```podcast', 'One script is read from a file, and this is not the first.')
  return readScript(first.script, {
    firstLine: first.opens + 1,
    title: first.title || matter.title || fileTitle,
    language: matter.language,
    notes,
  })
}

/** `opens` is the line of the fence's name, from 1. */
type Fence = { opens: number; script: string; title: string }

function podcastsIn(source: string, name: string): Fence[] {
  const { root, text } = parseSource(source, name)
  const context: MarkdownContext = {
    source: text,
    lineOffset: 0,
    notes: noNotes,
    image: () => null,
    definitions: new Map(),
  }
  const { title, opening: before, steps } = cutSections(root, context)
  return [{ title: title ?? '', nodes: before.nodes }, ...steps].flatMap((section) =>
    section.nodes
      .filter((node): node is Code => isActivity(node, context) && node.lang?.toLowerCase() === 'podcast')
      .map((node) => ({ opens: lineOf(node, context), script: node.value, title: section.title })),
  )
}
