import { StudioError } from '../../../../shared/errors.ts'
import { type Ended, runProcess } from '../process.ts'
import { lastUsefulLine } from './complaint.ts'

export type RunOptions = {
  path: string
  args: string[]
  /** The media file the person thinks of, for sentences. */
  name: string
  /** Takes standard output piece by piece; without it the output is thrown away. */
  onOutput?: (text: string) => void
  /** Aborting kills this one process. */
  signal?: AbortSignal | undefined
}

/**
 * Statically linked builds (npm's among them) crash when the C library loads its character set modules, which MPEG-TS
 * makes it do; where it finds none it does without.
 */
const env = { ...process.env, GCONV_PATH: '/nonexistent' }

/** How a process ends when it is itself at fault. */
const crashes = ['SIGSEGV', 'SIGABRT', 'SIGBUS', 'SIGILL', 'SIGFPE']

/**
 * Runs ffmpeg or ffprobe to its end. Throws `cancelled` when aborted, `ffmpeg-stopped` when something else ended it, and
 * `ffmpeg-missing` when it cannot be started; a failure of its own is returned, for the caller knows what it means.
 */
export async function run({ path, args, name, onOutput, signal }: RunOptions): Promise<Ended> {
  throwIfAborted(signal, name)
  const ended = await runProcess({ path, args, env, onOutput, signal }).catch((cause: unknown) => {
    throw new StudioError('ffmpeg-missing', { tool: path }, { cause })
  })
  throwIfAborted(signal, name)
  if (ended.signal && crashes.includes(ended.signal))
    throw new StudioError('ffmpeg-failed', { name, problem: `it crashed with ${ended.signal}` })
  // ffmpeg catches a polite signal, tidies up and then exits with 255.
  const stopper = ended.signal ?? (ended.code === 255 ? 'SIGTERM' : null)
  if (stopper) throw new StudioError('ffmpeg-stopped', { name, signal: stopper })
  return ended
}

/** As `run`, and `ffmpeg-failed` with ffmpeg's own last word when it did not succeed. */
export async function runOrFail(options: RunOptions): Promise<void> {
  const { code, complaint } = await run(options)
  if (code !== 0)
    throw new StudioError('ffmpeg-failed', { name: options.name, problem: lastUsefulLine(complaint, code) })
}

/** Throws `cancelled` when `signal` was aborted. */
export function throwIfAborted(signal: AbortSignal | undefined, name: string): void {
  if (signal?.aborted)
    throw new StudioError('cancelled', { what: `Work on ${name}` }, { cause: signal.reason })
}
