import { fileArgument, inputArguments } from '../ffmpeg/arguments.ts'
import type { FfmpegTools, Progress } from '../ffmpeg/tools.ts'
import type { Streams } from '../probe/streams.ts'
import { namingFullDisks, type Render } from './render.ts'

/** Containers whose frame times can be taken over as they are. */
const orderly = ['mov', 'matroska', 'flv']

/** Whether a whole recording needs only another container: H.264 of the common kind, with AAC or no sound. */
export function canRemux({ container, video, audio }: Streams): boolean {
  return (
    orderly.some((name) => container.split(',').includes(name)) &&
    video?.codec_name === 'h264' &&
    /^yuvj?420p$/.test(video.pix_fmt) &&
    (!audio || audio.codec_name === 'aac')
  )
}

/** Puts the pictures and the sound of a whole recording into an MP4, untouched. */
export async function* remux(
  tools: FfmpegTools,
  { input, output, streams, seconds, name, signal }: Omit<Render, 'ranges'> & { seconds: number },
): AsyncGenerator<Progress, void, undefined> {
  const { video, audio, forced } = streams
  const chosen = [video, audio].flatMap((stream) => (stream ? ['-map', `0:${stream.index}`] : []))
  const work = tools.convert({
    name,
    signal,
    phase: 'Converting',
    seconds,
    args: [
      ...inputArguments(input, { container: forced }),
      ...chosen,
      ...'-c copy -map_metadata -1 -map_chapters -1 -movflags +faststart -f mp4 -y'.split(' '),
      fileArgument(output),
    ],
  })
  yield* namingFullDisks(work, output)
}
