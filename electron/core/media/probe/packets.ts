import { inputArguments } from '../ffmpeg/arguments.ts'
import type { FfmpegTools } from '../ffmpeg/tools.ts'
import type { Streams } from './streams.ts'

/** One packet: the index of its stream, and when it is shown and for how long, in seconds of the file's own clock. */
export type Packet = { stream: number; time: number; duration: number }

type PacketQuery = {
  /** The index of the only stream to read; all when absent. */
  stream?: number
  /** ffprobe's `-read_intervals`; the whole file when absent. */
  interval?: string
  name: string
  signal?: AbortSignal | undefined
}

/** Shows `take` every packet that has a time and is shown, in decoding order. None is kept, so any file may be long. */
export async function eachPacket(
  tools: FfmpegTools,
  path: string,
  { forced }: Pick<Streams, 'forced'>,
  { stream, interval, name, signal }: PacketQuery,
  take: (packet: Packet) => void,
): Promise<void> {
  let rest = ''
  const takeLine = (line: string) => {
    const [index, shown = '', decoded = '', duration = '', flags = ''] = line.split(',')
    const time = [shown, decoded].map(Number.parseFloat).find(Number.isFinite)
    // A packet with this flag is decoded but not shown: an edit list hides it.
    if (time === undefined || flags.includes('D')) return
    take({ stream: Number(index), time, duration: Number.parseFloat(duration) || 0 })
  }
  await tools.ffprobe({
    name,
    signal,
    args: [
      ...(stream === undefined ? [] : ['-select_streams', String(stream)]),
      ...(interval === undefined ? [] : ['-read_intervals', interval]),
      '-show_entries',
      'packet=stream_index,pts_time,dts_time,duration_time,flags',
      '-of',
      'csv=p=0',
      ...inputArguments(path, { container: forced }),
    ],
    onOutput(text) {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      lines.forEach(takeLine)
    },
  })
  takeLine(rest)
}
