import { extname } from 'node:path'
import { StudioError } from '../../../../../shared/errors.ts'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'

/** Two channels as one, as loud. */
export const monoMix = 'pan=mono|c0=0.5*c0+0.5*c1'

/** How sound is encoded, and as what ffmpeg writes it. */
export type Coding = {
  args: readonly string[]
  /** Samples a second that it always has, where it does not have those asked for. */
  rate?: number
  /** What it is made of, and samples of one, where these can be cut out and joined; null where ffmpeg writes the file. */
  frames: { kind: 'mp3' | 'm4a'; samples: number } | null
}
/** A coding whose frames are joined here. */
export type FramedCoding = Coding & { frames: NonNullable<Coding['frames']> }

/** How each kind of file is written, by its ending. A new kind is a line here. */
const codings: Record<string, (bitrate: number) => Coding> = {
  mp3: (bitrate) => ({
    // Without its reservoir no frame needs bits of those before it.
    args: `-c:a libmp3lame -b:a ${bitrate}k -reservoir 0 -write_xing 0 -id3v2_version 0 -f mp3`.split(' '),
    frames: { kind: 'mp3', samples: 1152 },
  }),
  m4a: (bitrate) => ({
    // The usual coder takes three times as long as all the rest together.
    args: `-c:a aac -aac_coder fast -b:a ${bitrate}k -f adts`.split(' '),
    frames: { kind: 'm4a', samples: 1024 },
  }),
  opus: (bitrate) => ({
    args: `-c:a libopus -b:a ${bitrate}k -f ogg`.split(' '),
    rate: episodeRate,
    frames: null,
  }),
  wav: () => ({ args: '-c:a pcm_s16le -f wav'.split(' '), frames: null }),
}

/** How a file is written, by what its name ends in; `invalid-input` for any other ending. */
export function codingOf(path: string, bitrate: number): Coding {
  const coding = codings[extname(path).slice(1).toLowerCase()]
  if (coding) return coding(bitrate)
  throw new StudioError('invalid-input', {
    what: `An episode is an ${Object.keys(codings).join(', ')} file, and ${path} ends in none of these.`,
  })
}
