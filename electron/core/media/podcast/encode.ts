import { extname } from 'node:path'
import { StudioError } from '../../../../shared/errors.ts'
import { fileArgument, type Picture, pictureArguments } from '../ffmpeg/arguments.ts'
import { type Excerpt, excerptArguments } from './measure.ts'
import { mixRate } from './mix.ts'

export type EncodeOptions = {
  bitrate: 128 | 192
  sampleRate: 48_000 | 44_100
  channels: 1 | 2
  cover: Picture | null
}

/** Two channels as one, as loud. */
export const monoMix = 'pan=mono|c0=0.5*c0+0.5*c1'

type Coding = { codec: readonly string[]; container: readonly string[]; hasCover: boolean; rate?: number }

/** How each kind of file is written, by its ending. A new kind is a line here. */
const codings: Record<string, (bitrate: number) => Coding> = {
  mp3: (bitrate) => ({
    codec: ['-c:a', 'libmp3lame', '-b:a', `${bitrate}k`],
    container: ['-id3v2_version', '4', '-f', 'mp3'],
    hasCover: true,
  }),
  m4a: (bitrate) => ({
    // The usual coder takes three times as long as all the rest together.
    codec: ['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', `${bitrate}k`],
    container: ['-movflags', '+faststart', '-f', 'ipod'],
    hasCover: true,
  }),
  opus: (bitrate) => ({
    codec: ['-c:a', 'libopus', '-b:a', `${bitrate}k`],
    container: ['-f', 'ogg'],
    hasCover: false,
    rate: mixRate,
  }),
  wav: () => ({ codec: ['-c:a', 'pcm_s16le'], container: ['-f', 'wav'], hasCover: false }),
}

/** How a file is written, by what its name ends in; `invalid-input` for any other ending. */
export function codingOf(path: string, bitrate: number): Coding {
  const coding = codings[extname(path).slice(1).toLowerCase()]
  if (coding) return coding(bitrate)
  throw new StudioError('invalid-input', {
    what: `An episode is an ${Object.keys(codings).join(', ')} file, and ${path} ends in none of these.`,
  })
}

/** ffmpeg's words for writing `output` from the mix, or an excerpt of it: through `filters`, with the tags in `metadata`. */
export function encodeArguments(
  {
    mix,
    metadata,
    output,
    target,
    excerpt = null,
  }: { mix: string; metadata: string; output: string; target: string; excerpt?: Excerpt | null },
  filters: readonly string[],
  { bitrate, sampleRate, channels, cover }: EncodeOptions,
): string[] {
  const { codec, container, hasCover, rate = sampleRate } = codingOf(target, bitrate)
  const hasPicture = cover !== null && hasCover
  const down = channels === 1 ? [monoMix] : []
  return [
    ...excerptArguments(excerpt),
    '-i',
    fileArgument(mix),
    '-f',
    'ffmetadata',
    '-i',
    fileArgument(metadata),
    ...(hasPicture ? pictureArguments(cover) : []),
    '-map',
    '0:a',
    '-map_metadata',
    '1',
    '-map_chapters',
    '1',
    ...(hasPicture ? ['-map', '2:v', '-c:v', 'copy', '-disposition:v:0', 'attached_pic'] : []),
    '-af',
    [...down, ...filters, `aresample=${rate}`].join(','),
    ...codec,
    ...container,
    '-y',
    fileArgument(output),
  ]
}
