import * as z from 'zod'
import { StudioError } from '../../../../shared/errors.ts'
import { inputArguments } from '../ffmpeg/arguments.ts'
import { lastUsefulLine } from '../ffmpeg/complaint.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'

const number = z.coerce.number().catch(Number.NaN)
const words = z.string().catch('')

const streamSchema = z.object({
  index: z.number().int(),
  codec_type: words,
  codec_name: words,
  profile: z.coerce.string().catch(''),
  pix_fmt: words,
  width: number,
  height: number,
  sample_aspect_ratio: words,
  start_time: number,
  avg_frame_rate: words,
  r_frame_rate: words,
  color_transfer: words,
  sample_rate: number,
  channels: number,
  duration: number,
  bit_rate: number,
  disposition: z.object({ attached_pic: number, default: number }).partial().catch({}),
  side_data_list: z.array(z.object({ rotation: number }).partial()).catch([]),
})
export type Stream = z.infer<typeof streamSchema>

const answerSchema = z.object({
  streams: z.array(streamSchema).catch([]),
  format: z.object({
    format_name: words,
    duration: number,
    start_time: number,
    tags: z.object({ major_brand: words }).partial().catch({}),
  }),
})

/** What ffprobe reads in a file's header. */
export type Streams = {
  /** ffprobe's name for the container: `mov,mp4,m4a,3gp,3g2,mj2`. */
  container: string
  /** The container has to be named to ffmpeg, because guessing goes wrong; null when it does not. */
  forced: string | null
  majorBrand: string
  /** The pictures that move: never cover art. */
  video: Stream | null
  audio: Stream | null
  /** As the header claims, in seconds; NaN when it claims nothing. */
  headerSeconds: number
  /** The time of the file's beginning in its own clock; browsers and ffmpeg call it zero. */
  start: number
}

/** `extension` is a hint for the one case where the content misleads: junk before an MP3 is taken for other sound. */
export type ReadStreams = { name: string; extension: string; signal?: AbortSignal | undefined }

/** Reads a file's streams, or throws `media-damaged`. */
export async function readStreams(
  tools: FfmpegTools,
  path: string,
  { name, extension, signal }: ReadStreams,
): Promise<Streams> {
  const first = await ask(tools, path, null, { name, signal })
  if (isUseful(first)) return first
  const second = extension === 'mp3' ? await ask(tools, path, 'mp3', { name, signal }) : first
  if (isUseful(second)) return second
  const problem = 'problem' in first ? first.problem : 'it holds neither sound nor moving pictures'
  throw new StudioError('media-damaged', { name, problem })
}

type Answer = Streams | { problem: string }

function isUseful(answer: Answer): answer is Streams {
  return 'container' in answer && (answer.video !== null || answer.audio !== null)
}

async function ask(
  tools: FfmpegTools,
  path: string,
  container: string | null,
  { name, signal }: { name: string; signal?: AbortSignal | undefined },
): Promise<Answer> {
  let output = ''
  const { code, complaint } = await tools.ffprobe({
    args: ['-show_format', '-show_streams', '-of', 'json', ...inputArguments(path, { container })],
    name,
    signal,
    onOutput: (text) => {
      output += text
    },
  })
  const answer = code === 0 ? answerSchema.safeParse(JSON.parse(output)) : null
  if (!answer?.success) return { problem: lastUsefulLine(complaint, code) }
  const { streams, format } = answer.data
  const video = chosen(streams.filter(isMovingPicture))
  const audio = chosen(streams.filter((stream) => stream.codec_type === 'audio' && stream.channels > 0))
  return {
    container: format.format_name,
    forced: container,
    majorBrand: format.tags.major_brand ?? '',
    video,
    audio,
    headerSeconds: format.duration,
    start: startOf(format, [video, audio]),
  }
}

/** In broadcast containers, ffmpeg's zero is where the streams in use begin; in all others, where the file does. */
function startOf(
  { format_name, start_time }: { format_name: string; start_time: number },
  used: (Stream | null)[],
): number {
  const isBroadcast = ['mpegts', 'mpeg'].includes(format_name)
  const starts = isBroadcast ? used.map((stream) => stream?.start_time ?? Number.NaN) : [start_time]
  const start = Math.min(...starts.filter(Number.isFinite))
  return Number.isFinite(start) ? start : 0
}

/** Cover art is a stream of one picture; a stream without a size cannot be shown. */
function isMovingPicture(stream: Stream): boolean {
  return (
    stream.codec_type === 'video' &&
    stream.disposition.attached_pic !== 1 &&
    !['png', 'bmp', 'gif', 'webp'].includes(stream.codec_name) &&
    stream.width > 0 &&
    stream.height > 0
  )
}

/** The stream that players take: the one marked as default, else the first. */
function chosen(streams: Stream[]): Stream | null {
  return streams.find((stream) => stream.disposition.default === 1) ?? streams[0] ?? null
}

/** `30000/1001` or `4:3` as a number; NaN when it is none. */
export function ratio(text: string): number {
  const [above = '', below = '1'] = text.split(/[/:]/)
  return Number(below) === 0 ? Number.NaN : Number(above) / Number(below)
}
