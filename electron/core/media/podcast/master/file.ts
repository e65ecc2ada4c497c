import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { episodeRate } from '../../../../../shared/podcast/samples.ts'
import { fileArgument, pictureArguments } from '../../ffmpeg/arguments.ts'
import type { FfmpegTools, Progress } from '../../ffmpeg/tools.ts'
import { type Coding, codingOf, type FramedCoding } from './coding.ts'
import { languageCode } from './language.ts'
import { addPictures } from './m4a-pictures.ts'
import { mixInput } from './measure.ts'
import { mp3File } from './mp3-file.ts'
import { type Encoded, encodeSound, type SoundJob } from './sound.ts'
import { metadataFile, type Tags } from './tags.ts'

export type FileJob = SoundJob & {
  tags: Tags
  bitrate: 128 | 192
  sampleRate: 48_000 | 44_100
  /** Where the file goes; its ending says of what kind it is. */
  path: string
  /** Beside it, made while it is not whole. */
  temporary: string
  /** Hears, in a sentence, of what the file does not hold that it was to hold. */
  note: (sentence: string) => void
}

/** The rate of what is decoded of a file. */
export const rateOf = ({ path, bitrate, sampleRate }: Pick<FileJob, 'path' | 'bitrate' | 'sampleRate'>) =>
  codingOf(path, bitrate).rate ?? sampleRate

/** Encodes a mix through `filters` into a whole file of an episode, under its temporary name. */
export async function* encodeFile(
  tools: FfmpegTools,
  job: FileJob,
  filters: readonly string[],
  signal?: AbortSignal,
): AsyncGenerator<Progress, void, undefined> {
  const { mix, tags, temporary } = job
  const coding = codingOf(job.path, job.bitrate)
  const rate = rateOf(job)
  if (!isFramed(coding)) {
    yield* writeWhole(tools, job, { coding, filters, rate }, signal)
    return
  }
  const sound = yield* encodeSound(tools, job, { coding, filters, rate }, signal)
  if (coding.frames.kind === 'm4a') return writeM4a(tools, job, { sound, rate }, signal)
  const samples = Math.round((mix.frames * rate) / episodeRate)
  await writeFile(temporary, await mp3File(sound, { tags, samples, rate }))
}

const isFramed = (coding: Coding): coding is FramedCoding => coding.frames !== null

/** Samples of AAC before the first that is to be heard. */
const priming = 1024

async function writeM4a(
  tools: FfmpegTools,
  job: FileJob,
  { sound, rate }: { sound: Encoded; rate: number },
  signal?: AbortSignal,
): Promise<void> {
  const { folder, name, tags } = job
  const joined = join(folder, `${randomUUID()}.aac`)
  await writeFile(joined, sound.bytes)
  const language = languageCode(tags.language)
  await tools.ffmpeg({
    name,
    signal,
    args: [
      // What begins before 0 is not heard: an edit list says so to players.
      '-itsoffset',
      (-priming / rate).toFixed(6),
      '-f',
      'aac',
      '-i',
      fileArgument(joined),
      ...(await tagArguments(job, { hasCover: true })),
      '-c:a',
      'copy',
      '-bsf:a',
      'aac_adtstoasc',
      `-metadata:s:a:0`,
      `language=${language}`,
      '-movflags',
      '+faststart',
      '-f',
      'ipod',
      '-y',
      fileArgument(job.temporary),
    ],
  })
  await addPictures(tools, job, signal)
}

/** Opus and WAV, which are quickly encoded, and which ffmpeg writes as they should be. */
async function* writeWhole(
  tools: FfmpegTools,
  job: FileJob,
  { coding, filters, rate }: { coding: Coding; filters: readonly string[]; rate: number },
  signal?: AbortSignal,
): AsyncGenerator<Progress, void, undefined> {
  const { mix, name, temporary } = job
  yield* tools.convert({
    name,
    phase: 'Encoding',
    seconds: mix.frames / episodeRate,
    signal,
    args: [
      ...mixInput(mix),
      ...(await tagArguments(job, { hasCover: false })),
      '-af',
      [...filters, `aresample=${rate}`].join(','),
      ...coding.args,
      '-y',
      fileArgument(temporary),
    ],
  })
}

/** ffmpeg's words for what a file says of itself; they follow those for its sound. */
async function tagArguments(
  { tags, mix, folder }: FileJob,
  { hasCover }: { hasCover: boolean },
): Promise<string[]> {
  const metadata = join(folder, `${randomUUID()}.txt`)
  await writeFile(metadata, metadataFile(tags, mix.frames / episodeRate))
  const cover = hasCover ? tags.cover : null
  return [
    '-f',
    'ffmetadata',
    '-i',
    fileArgument(metadata),
    ...(cover ? pictureArguments(cover) : []),
    '-map',
    '0:a',
    '-map_metadata',
    '1',
    '-map_chapters',
    '1',
    ...(cover ? ['-map', '2:v', '-c:v', 'copy', '-disposition:v:0', 'attached_pic'] : []),
  ]
}
