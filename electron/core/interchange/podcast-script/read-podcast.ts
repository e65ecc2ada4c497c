import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { ReportLine } from '../../../../shared/contract/interchange.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { filesOf } from '../../../../shared/model/steps/podcast.ts'
import type { Script } from '../../../../shared/podcast/script.ts'
import { decodeText } from '../files/decode.ts'
import { type FoundMedia, findMedia } from '../files/media-path.ts'
import { type Notes, notesFor } from '../report.ts'
import type { EpisodeSettings } from './settings/episode-settings.ts'
import type { ScriptSource } from './read.ts'
import { readScriptFile } from './read-file.ts'
import { type FindFile, isSilent, withFiles } from './script-files.ts'

/** What a script's file says, and where the files are that it names. */
export type ReadScript = Pick<EpisodeSettings, 'bitrate' | 'sampleRate'> & {
  script: Script
  /** Absolute paths, by what the script calls them: music, recordings and pictures. */
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
  const bytes = await readFile(path).catch((cause: unknown) => {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new StudioError('file-unreadable', { path, problem }, { cause })
  })
  const notes = notesFor(name)
  const source = readScriptFile(decodeText(bytes, { name, notes }), { name, notes })
  const { script, files } = await findFiles(source, dirname(resolve(path)), notes)
  if (isSilent(script))
    throw new StudioError('source-invalid', {
      name,
      place: 'line 1',
      problem: 'Nobody says anything in it. A line is a name, a colon and words, such as “Ana: Welcome.”',
    })
  const { bitrate, sampleRate } = source.episode
  return { script, files, bitrate, sampleRate, report: notes.lines }
}

/** Finds the files a script names; those that are not there are left out of it, and noted. */
async function findFiles(
  source: ScriptSource,
  folder: string,
  notes: Notes,
): Promise<Pick<ReadScript, 'script' | 'files'>> {
  const found = new Map<string, FoundMedia>()
  for (const reference of filesOf(source.script)) found.set(reference, await findMedia(folder, reference))
  const files: Record<string, string> = {}
  const find: FindFile = (reference, { what, line, of }) => {
    const file = found.get(reference)
    if (file && 'path' in file) {
      files[reference] = file.path
      return reference
    }
    const message = `${file?.refusal ?? 'there is no such file'}, so it was left out. Put it beside the script.`
    notes.leftOut(
      line,
      `${what}${of ? ` of “${of}”` : ''}: ${reference}`,
      message.charAt(0).toUpperCase() + message.slice(1),
    )
    return null
  }
  return { script: withFiles(source, find, notes), files }
}
