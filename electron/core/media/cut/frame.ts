import { stat } from 'node:fs/promises'
import { StudioError } from '../../../../shared/errors.ts'
import type { FrameSource, ProjectAccess, StoredFile } from '../../domains.ts'
import { fileOf } from '../assets.ts'
import { fileArgument, inputArguments } from '../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import { fingerprint, isThere, place } from '../intake/copy.ts'
import { temporaryFile } from '../intake/temporary.ts'
import { eachPacket } from '../probe/packets.ts'
import { readStreams, type Streams } from '../probe/streams.ts'
import { pictureFilters } from './picture.ts'
import { clock } from './ranges.ts'
import { canSeekIn } from './render.ts'

const recipe = 1

/** Moments are kept in milliseconds. */
const halfMillisecond = 0.0005

/** Wide enough for a poster on any phone, in pixels. */
const longest = 1280

type At = { name: string; seconds: number; signal?: AbortSignal | undefined }

/** A JPEG of the frame that is on screen at `seconds` of the original; made once and remembered. */
export async function frame(
  tools: FfmpegTools,
  project: ProjectAccess,
  recording: FrameSource,
  seconds: number,
  signal?: AbortSignal,
): Promise<StoredFile> {
  const { name, extension } = recording
  const end = recording.seconds ?? Number.POSITIVE_INFINITY
  if (!(seconds >= 0) || seconds > end + 0.1)
    throw new StudioError('range-invalid', {
      name,
      problem: `There is no frame at ${clock(seconds)}, the recording ends at ${clock(end)}.`,
    })
  const original = fileOf(project, recording)
  const key = ['frame', recipe, recording.sha256, Math.round(seconds * 1000)].join(':')
  const known = project.rendition(key)
  if (known && (await isThere(project, known))) return known
  const input = project.filePath(original)
  const streams = await readStreams(tools, input, { name, extension, signal })
  if (!streams.video) throw new StudioError('media-damaged', { name, problem: 'it has no picture' })
  const temporary = await temporaryFile(project, '.jpg')
  try {
    const output = temporary.path
    await drawFrame(tools, { input, output, streams }, { name, seconds, signal })
    const made = await place(project, output, { ...(await fingerprint(output, signal)), extension: 'jpg' })
    project.addRendition(key, made)
    return made
  } finally {
    await temporary.remove()
  }
}

type Drawing = { input: string; output: string; streams: Streams }

async function drawFrame(tools: FfmpegTools, drawing: Drawing, at: At): Promise<void> {
  const { streams, output } = drawing
  const time = await shownFrameTime(tools, drawing.input, streams, at)
  // The last packets of a recording are not always frames: then the picture before stands.
  for (const back of [0, 0.2, 1, time - streams.start]) {
    await drawFirstFrameFrom(tools, drawing, time - back, at)
    const { size } = await stat(output)
    if (size > 0) return
  }
  throw new StudioError('media-damaged', { name: at.name, problem: 'no picture can be drawn from it' })
}

async function drawFirstFrameFrom(
  tools: FfmpegTools,
  { input, output, streams }: Drawing,
  /** In the file's own clock. */
  seconds: number,
  { name, signal }: At,
): Promise<void> {
  const { video, forced } = streams
  if (!video) return
  const { canToneMap } = await tools.capabilities()
  // A little before the frame, so that rounding does not skip it.
  const from = seconds - halfMillisecond
  const canSeek = canSeekIn(streams)
  const filters = pictureFilters(video, { canToneMap, longest, format: 'yuvj420p' })
  await tools.ffmpeg({
    name,
    signal,
    args: [
      // Seeking counts from the file's beginning; without it, the file's own clock is kept.
      ...(canSeek ? ['-ss', Math.max(0, from - streams.start).toFixed(6)] : ['-copyts']),
      ...inputArguments(input, { container: forced }),
      '-map',
      `0:${video.index}`,
      '-vf',
      [...(canSeek ? [] : [`trim=start=${from.toFixed(6)}`, 'setpts=PTS-STARTPTS']), ...filters].join(','),
      // Not the image sequence writer, to which a percent sign in a folder's name would be a pattern.
      ...'-frames:v 1 -q:v 3 -map_metadata -1 -f mjpeg -y'.split(' '),
      fileArgument(output),
    ],
  })
}

/**
 * The time, in the file's own clock, of the frame on screen at `seconds`: the last one that is not later, to the millisecond
 * that people see. Read from the packets, because frames need not be evenly spaced.
 */
async function shownFrameTime(
  tools: FfmpegTools,
  input: string,
  streams: Streams,
  { name, seconds, signal }: At,
): Promise<number> {
  const moment = streams.start + seconds + halfMillisecond
  let shown = Number.NEGATIVE_INFINITY
  let earliest = Number.POSITIVE_INFINITY
  // One second more than asked: packets come in decoding order.
  const interval = `${canSeekIn(streams) ? moment.toFixed(6) : ''}%${(moment + 1).toFixed(6)}`
  const query = { stream: streams.video?.index ?? 0, interval, name, signal }
  await eachPacket(tools, input, streams, query, ({ time }) => {
    earliest = Math.min(earliest, time)
    if (time <= moment) shown = Math.max(shown, time)
  })
  if (Number.isFinite(shown)) return shown
  return Number.isFinite(earliest) ? earliest : streams.start
}
