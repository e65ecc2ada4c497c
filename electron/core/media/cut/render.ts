import { StudioError } from '../../../../shared/errors.ts'
import type { Range } from '../../../../shared/model/steps/video.ts'
import { fileArgument, inputArguments } from '../ffmpeg/arguments.ts'
import type { FfmpegTools, Progress } from '../ffmpeg/tools.ts'
import { ratio, readStreams, type Streams } from '../probe/streams.ts'
import { gridOf } from './frames.ts'
import { filterGraph } from './graph.ts'
import { pictureFilters } from './picture.ts'
import { totalSeconds } from './ranges.ts'
import { runsOf } from './runs.ts'

export type Render = {
  input: string
  /** A file that may be overwritten. */
  output: string
  streams: Streams
  /** At least one, inside the recording. */
  ranges: Range[]
  name: string
  signal?: AbortSignal | undefined
}

/** Containers whose index leads to any moment at once. */
const seekable = ['mov', 'matroska']

export function canSeekIn({ container }: Streams): boolean {
  return seekable.some((name) => container.split(',').includes(name))
}

/**
 * Writes `ranges` of `input` to `output` as an MP4 that every browser plays, by encoding anew: H.264 and AAC, index first.
 * Exact to the frame.
 */
export async function* render(tools: FfmpegTools, job: Render): AsyncGenerator<Progress, void, undefined> {
  const canSeek = canSeekIn(job.streams)
  yield* encode(tools, job, canSeek)
  if (!canSeek || runsOf(job.ranges, { canSeek }).every(({ seek }) => seek === 0)) return
  // An index that leads too far costs the beginning of a range. Then it is read from the start instead.
  const made = await readStreams(tools, job.output, { ...job, extension: 'mp4' })
  if (made.headerSeconds < totalSeconds(job.ranges) - 0.5) yield* encode(tools, job, false)
}

async function* encode(
  tools: FfmpegTools,
  { input, output, streams, ranges, name, signal }: Render,
  canSeek: boolean,
): AsyncGenerator<Progress, void, undefined> {
  const { canToneMap, hasFrameRateMode } = await tools.capabilities()
  const { video, audio, forced } = streams
  const runs = runsOf(ranges, { canSeek })
  const sound = audio && {
    index: audio.index,
    rate: sampleRate(audio.sample_rate),
    channels: audio.channels === 1 ? (1 as const) : (2 as const),
  }
  const grid = video && (await gridOf(tools, input, { ...streams, video }, { name, signal }))
  const { graph, ends } = filterGraph({
    runs,
    video: video &&
      grid && {
        index: video.index,
        grid,
        filters: pictureFilters(video, { canToneMap, format: 'yuv420p' }),
      },
    audio: sound,
  })
  const inputs = runs.flatMap(({ seek, ranges: parts }) => {
    const until = Math.max(...parts.map(({ end }) => end)) - seek + 1
    const from = seek > 0 ? ['-ss', seek.toFixed(3)] : []
    return [...from, '-t', until.toFixed(3), ...inputArguments(input, { container: forced })]
  })
  const work = tools.convert({
    name,
    signal,
    phase: 'Cutting',
    seconds: totalSeconds(ranges),
    args: [
      ...inputs,
      '-filter_complex',
      graph,
      ...ends.flatMap((end) => ['-map', end]),
      ...(grid ? videoArguments(grid.rate, hasFrameRateMode) : []),
      ...(sound ? ['-c:a', 'aac', '-b:a', sound.channels === 1 ? '96k' : '160k'] : []),
      ...containerArguments,
      fileArgument(output),
    ],
  })
  yield* namingFullDisks(work, output)
}

/** The author's metadata (place, device, names of people) is not the learner's. */
const containerArguments = '-map_metadata -1 -map_chapters -1 -movflags +faststart -f mp4 -y'.split(' ')

function videoArguments(rate: string, hasFrameRateMode: boolean): string[] {
  // Two seconds between key frames: a learner who drags the bar waits for half of that at most.
  const keyFrames = Math.round(Math.min(240, Math.max(10, 2 * ratio(rate))))
  return [
    // The frames are evenly spaced by now. Left to itself, ffmpeg would double those that lasted longer in the original.
    ...(hasFrameRateMode ? ['-fps_mode', 'vfr'] : ['-vsync', 'vfr']),
    ...'-c:v libx264 -preset veryfast -crf 20 -pix_fmt yuv420p -g'.split(' '),
    String(keyFrames),
  ]
}

/** Sound of CDs and its fractions stays in their family; everything else becomes what video usually has. */
function sampleRate(rate: number): number {
  return rate === 44100 || rate === 22050 || rate === 11025 ? 44100 : 48000
}

/** ffmpeg tells of a full disk in its own words only. */
export async function* namingFullDisks<Event, Result>(
  work: AsyncGenerator<Event, Result, undefined>,
  path: string,
): AsyncGenerator<Event, Result, undefined> {
  try {
    return yield* work
  } catch (error) {
    const isFull = error instanceof StudioError && error.message.includes('No space left on device')
    throw isFull ? new StudioError('disk-full', { path }, { cause: error }) : error
  }
}
