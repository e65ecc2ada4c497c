import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import { StudioError } from '../../../../../shared/errors.ts'
import { fileArgument } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../../ffmpeg/tools.ts'
import type { MixFile } from '../mix/mix.ts'

/** Integrated loudness in LUFS, loudness range in LU, true peak in dBTP: EBU R 128. */
export type Levels = { loudness: number; range: number; peak: number }

/** A stretch of a mix, in frames. */
export type Stretch = { from: number; to: number }

/** ffmpeg's words for reading a mix, or a stretch of it that begins at a whole millisecond. */
export function mixInput({ path, frames }: MixFile, stretch: Stretch | null = null): string[] {
  const { from, to } = stretch ?? { from: 0, to: frames }
  const seconds = (count: number) => (count / episodeRate).toFixed(6)
  return [
    '-ss',
    seconds(from),
    '-t',
    seconds(to - from),
    '-f',
    'f32le',
    '-ar',
    String(episodeRate),
    '-ac',
    '2',
    '-i',
    fileArgument(path),
  ]
}

type What = {
  /** ffmpeg's words for what is measured. */
  input: readonly string[]
  name: string
  filters?: readonly string[]
  signal?: AbortSignal | undefined
}

/** As quiet as the meter goes. */
export const quietest = -70

/** How loud something is after `filters`, and how long: what is decoded of it, in seconds. */
export async function measureLevels(
  tools: FfmpegTools,
  { channels, ...what }: What & { channels: 1 | 2 },
): Promise<Levels & { seconds: number }> {
  const counted = `aformat=sample_rates=${episodeRate}:channel_layouts=${channels === 1 ? 'mono' : 'stereo'}`
  const meters = ['ebur128=peak=true:framelog=verbose', counted, 'volumedetect']
  const said = await heard(tools, what, meters)
  const summary = said.slice(said.lastIndexOf('Summary:'))
  const samples = number(/n_samples:\s*(\d+)/.exec(said)?.[1])
  return {
    loudness: found(summary, 'I'),
    range: found(summary, 'LRA'),
    peak: found(summary, 'Peak'),
    seconds: samples / channels / episodeRate,
  }
}

/** The integrated loudness alone, which is measured several times as fast. */
export async function measureLoudness(tools: FfmpegTools, what: What): Promise<number> {
  const said = await heard(tools, what, ['ebur128=framelog=verbose'])
  return found(said.slice(said.lastIndexOf('Summary:')), 'I')
}

function heard(
  tools: FfmpegTools,
  { input, name, filters = [], signal }: What,
  meters: readonly string[],
): Promise<string> {
  const graph = [...filters, ...meters].join(',')
  return tools.report({ name, signal, args: [...input, '-map', '0:a:0', '-af', graph, '-f', 'null', '-'] })
}

/** A number of the meter's summary, which ends its output. */
function found(summary: string, label: string): number {
  const [, text] = new RegExp(`\\b${label}:\\s+(-?[\\d.]+|-inf|nan)`).exec(summary) ?? []
  const value = number(text)
  return Number.isFinite(value) ? value : quietest
}

function number(text: string | undefined): number {
  if (text === undefined)
    throw new StudioError('ffmpeg-failed', { name: 'the episode', problem: 'its loudness was not measured' })
  return Number(text)
}
