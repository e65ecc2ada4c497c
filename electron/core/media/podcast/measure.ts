import { StudioError } from '../../../../shared/errors.ts'
import { fileArgument } from '../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'

/** Integrated loudness in LUFS, loudness range in LU, true peak in dBTP: EBU R 128. */
export type Levels = { loudness: number; range: number; peak: number }

/** A stretch of a file, in seconds. */
export type Excerpt = { start: number; seconds: number }

/** ffmpeg's words for reading that stretch alone; they stand before the file. */
export const excerptArguments = (excerpt: Excerpt | null): string[] =>
  excerpt ? ['-ss', excerpt.start.toFixed(3), '-t', excerpt.seconds.toFixed(3)] : []

type What = {
  path: string
  name: string
  filters?: readonly string[]
  excerpt?: Excerpt | null
  signal?: AbortSignal | undefined
}

/** As quiet as the meter goes. */
export const quietest = -70

/** How loud a file of ours is, after `filters`. */
export async function measureLevels(tools: FfmpegTools, what: What): Promise<Levels> {
  const said = await heard(tools, what, 'ebur128=peak=true:framelog=verbose')
  return { loudness: found(said, 'I'), range: found(said, 'LRA'), peak: found(said, 'Peak') }
}

/** The integrated loudness alone, which is measured several times as fast. */
export async function measureLoudness(tools: FfmpegTools, what: What): Promise<number> {
  return found(await heard(tools, what, 'ebur128=framelog=verbose'), 'I')
}

function heard(
  tools: FfmpegTools,
  { path, name, filters = [], excerpt = null, signal }: What,
  meter: string,
): Promise<string> {
  const graph = [...filters, meter].join(',')
  return tools.report({
    name,
    signal,
    args: [
      ...excerptArguments(excerpt),
      '-i',
      fileArgument(path),
      '-map',
      '0:a:0',
      '-af',
      graph,
      '-f',
      'null',
      '-',
    ],
  })
}

/** A number of the meter's summary, which ends its output. */
function found(said: string, label: string): number {
  const summary = said.slice(said.lastIndexOf('Summary:'))
  const [, number] = new RegExp(`\\b${label}:\\s+(-?[\\d.]+|-inf|nan)`).exec(summary) ?? []
  if (number === undefined)
    throw new StudioError('ffmpeg-failed', { name: 'the episode', problem: 'its loudness was not measured' })
  const value = Number(number)
  return Number.isFinite(value) ? value : quietest
}
