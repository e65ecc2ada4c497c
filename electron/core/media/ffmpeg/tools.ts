import type { ProgressOr } from '../../../../shared/contract/base.ts'
import { StudioError } from '../../../../shared/errors.ts'
import { type Capabilities, readCapabilities } from './capabilities.ts'
import { lastUsefulLine } from './complaint.ts'
import { locate, type Places, type Tool, type ToolName } from './locate.ts'
import { progressOf, progressReader } from './progress.ts'
import { run, type RunOptions, runOrFail } from './run.ts'

export type Progress = Extract<ProgressOr<never>, { type: 'progress' }>

type Job = Omit<RunOptions, 'path' | 'onOutput'>

/** The one door to ffmpeg and ffprobe. */
export type FfmpegTools = {
  /** Runs ffmpeg and yields how far it has come towards `seconds` of output; returns when it has succeeded. */
  convert: (job: Job & { seconds: number | null; phase: string }) => AsyncGenerator<Progress, void, undefined>
  /** Runs ffmpeg to its end. */
  ffmpeg: (job: Job) => Promise<void>
  /** Runs ffmpeg to its end and returns the last it said, such as what a filter measured. */
  report: (job: Job) => Promise<string>
  /** Runs ffprobe; what it prints goes to `onOutput`. Returns its exit code and complaint. */
  ffprobe: (job: Omit<RunOptions, 'path'>) => ReturnType<typeof run>
  /** What this ffmpeg can do; asked once. */
  capabilities: () => Promise<Capabilities>
  find: (tool: ToolName) => Tool | null
}

const quiet = ['-nostdin', '-hide_banner', '-loglevel', 'error']

/** Finds the programs when they are first needed, and looks again as long as they are missing. */
export function createFfmpegTools(places: Places): FfmpegTools {
  const found = new Map<ToolName, Tool>()
  const find = (tool: ToolName) => {
    const known = found.get(tool) ?? locate(tool, places)
    if (known) found.set(tool, known)
    return known
  }
  const pathOf = (tool: ToolName): string => {
    const known = find(tool)
    if (known) return known.path
    const where = places.setting ? `${tool} at ${places.setting}` : tool
    throw new StudioError('ffmpeg-missing', { tool: where })
  }
  let known: Promise<Capabilities> | null = null

  return {
    find,
    ffmpeg: async (job) => runOrFail({ ...job, path: pathOf('ffmpeg'), args: [...quiet, ...job.args] }),
    async report(job) {
      const args = ['-nostdin', '-hide_banner', '-nostats', '-loglevel', 'info', ...job.args]
      const { code, complaint } = await run({ ...job, path: pathOf('ffmpeg'), args })
      if (code === 0) return complaint
      throw new StudioError('ffmpeg-failed', { name: job.name, problem: lastUsefulLine(complaint, code) })
    },
    ffprobe: async (job) => run({ ...job, path: pathOf('ffprobe'), args: ['-v', 'error', ...job.args] }),
    async capabilities() {
      known ??= readCapabilities(pathOf('ffmpeg')).catch((error: unknown) => {
        known = null
        throw error
      })
      return known
    },
    async *convert({ seconds, phase, ...job }) {
      const path = pathOf('ffmpeg')
      const read = progressReader()
      const startedAt = Date.now()
      const stop = new AbortController()
      const signal = job.signal ? AbortSignal.any([job.signal, stop.signal]) : stop.signal
      let latest: Progress | null = null
      let wake = () => {}
      let isOver = false
      const work = runOrFail({
        ...job,
        path,
        args: [...quiet, '-nostats', '-progress', 'pipe:1', ...job.args],
        signal,
        onOutput(text) {
          const made = read(text).at(-1)
          if (!made) return
          const progress = progressOf(made.seconds, seconds, Date.now() - startedAt)
          latest = { type: 'progress', phase, ...progress }
          wake()
        },
      }).finally(() => {
        isOver = true
        wake()
      })
      // Awaited below; without this an early failure would count as unhandled until then.
      work.catch(() => {})
      try {
        yield { type: 'progress', phase, fraction: seconds ? 0 : null, secondsLeft: null }
        while (!isOver) {
          await new Promise<void>((resolve) => {
            wake = resolve
            if (isOver || latest) resolve()
          })
          const progress: Progress | null = latest
          latest = null
          if (progress) yield progress
        }
        await work
      } finally {
        // Whoever stops listening stops the work.
        stop.abort()
        await work.catch(() => {})
      }
    },
  }
}
