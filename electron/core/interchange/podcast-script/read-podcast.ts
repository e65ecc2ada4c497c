import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { ReportLine } from '../../../../shared/contract/interchange.ts'
import { StudioError } from '../../../../shared/errors.ts'
import type { Line, Script } from '../../../../shared/podcast/script.ts'
import { findMedia } from '../files/media-path.ts'
import { type Notes, notesFor } from '../report.ts'
import { readScriptFile } from './read-file.ts'

/** What a script's file says, and where the files are that it names. */
export type ReadScript = {
  script: Script
  /** Absolute paths, by what the script calls them: music, recordings and the cover. */
  files: Record<string, string>
  report: ReportLine[]
}

/** About ten hours of speech. */
const mostBytes = 2_000_000

/**
 * Reads the script in a file of this machine: the script itself, or a Markdown file with a `podcast` fence in it. What it
 * names is looked for in its folder alone; what is not there is left out of the script, and reported. Throws
 * `source-invalid` when nobody says anything in it.
 */
export async function readPodcast(path: string): Promise<ReadScript> {
  const name = basename(path)
  const found = await stat(path).catch(() => null)
  if (!found) throw new StudioError('file-missing', { path })
  if (!found.isFile()) throw new StudioError('file-unreadable', { path, problem: 'it is no file' })
  if (found.size > mostBytes) throw new StudioError('file-too-large', { name, limit: '2 MB' })
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new StudioError('file-unreadable', { path, problem }, { cause })
  })
  const notes = notesFor(name)
  const read = readScriptFile(text.replace(/^\ufeff/, ''), { name, notes })
  const { script, files } = await withFiles(read, dirname(resolve(path)), notes)
  if (!script.chapters.some(({ lines }) => lines.some(({ kind }) => kind !== 'pause')))
    throw new StudioError('source-invalid', {
      name,
      place: 'line 1',
      problem: 'Nobody says anything in it. A line is a name, a colon and words, such as “Ana: Welcome.”',
    })
  return { script, files, report: notes.lines }
}

/** Finds the files a script names; those that are not there are left out of it, and noted. */
async function withFiles(
  script: Script,
  folder: string,
  notes: Notes,
): Promise<{ script: Script; files: Record<string, string> }> {
  const files: Record<string, string> = {}
  async function find(reference: string | null, what: string, line: number): Promise<string | null> {
    if (reference === null) return null
    const found = await findMedia(folder, reference)
    if ('path' in found) {
      files[reference] = found.path
      return reference
    }
    const message = `${found.refusal}, so it was left out. Put it beside the script.`
    notes.leftOut(line, `${what}: ${reference}`, message.charAt(0).toUpperCase() + message.slice(1))
    return null
  }
  const { music } = script
  const found = {
    intro: await find(music.intro, 'music', 1),
    bed: await find(music.bed, 'music', 1),
    outro: await find(music.outro, 'music', 1),
  }
  const cover = await find(script.cover, 'cover', 1)
  const chapters: Script['chapters'] = []
  for (const chapter of script.chapters) {
    const lines: Line[] = []
    for (const line of chapter.lines)
      if (line.kind !== 'clip' || (await find(line.file, 'clip', line.place)) !== null) lines.push(line)
    chapters.push({ ...chapter, lines })
  }
  return { script: { ...script, music: { ...music, ...found }, cover, chapters }, files }
}
