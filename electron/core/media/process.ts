import { spawn } from 'node:child_process'

/** What a program left behind when it ended by itself. */
export type Ended = {
  code: number | null
  signal: NodeJS.Signals | null
  /** The end of what it wrote to standard error. */
  complaint: string
  /** Whether it was killed because its time was up. */
  isOverdue: boolean
}

export type ProcessOptions = {
  path: string
  args: readonly string[]
  env?: NodeJS.ProcessEnv
  /** Given to it on standard input, which is then closed. */
  input?: string
  /** Takes standard output piece by piece; without it the output is thrown away. */
  onOutput?: ((text: string) => void) | undefined
  /** Aborting kills it. */
  signal?: AbortSignal | undefined
  /** It is killed after so many. */
  milliseconds?: number
  /** Whether what it started is killed with it: for programs of a designer's, which may be scripts that start others. */
  withChildren?: boolean
}

/** Processes that must not outlive the studio. */
const running = new Set<() => void>()
process.once('exit', () => {
  for (const kill of running) kill()
})

/** Runs a program of this machine to its end, without a shell. Throws what the system says when it cannot be started. */
export function runProcess(options: ProcessOptions): Promise<Ended> {
  const { path, args, env = process.env, input, onOutput, signal, milliseconds } = options
  // Elsewhere than on Windows, what a process starts stays in its group.
  const isGroup = options.withChildren === true && process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    const stdin = input === undefined ? 'ignore' : 'pipe'
    const child = spawn(path, args, {
      stdio: [stdin, 'pipe', 'pipe'],
      windowsHide: true,
      env,
      detached: isGroup,
    })
    const kill = () => {
      if (isGroup) killGroup(child.pid)
      else child.kill('SIGKILL')
      // What outlives it holds these open, and nobody would learn of its end.
      child.stdout?.destroy()
      child.stderr?.destroy()
    }
    let isOverdue = false
    const timer =
      milliseconds === undefined
        ? undefined
        : setTimeout(() => {
            isOverdue = true
            kill()
          }, milliseconds)
    running.add(kill)
    signal?.addEventListener('abort', kill, { once: true })
    if (signal?.aborted) kill()
    let complaint = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => onOutput?.(text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-16_000)
    })
    // A program that ends without reading is no failure of ours.
    child.stdin?.on('error', () => {}).end(input)
    const settle = () => {
      clearTimeout(timer)
      running.delete(kill)
      signal?.removeEventListener('abort', kill)
    }
    child.once('error', (cause) => {
      settle()
      reject(cause)
    })
    child.once('close', (code, endSignal) => {
      settle()
      resolve({ code, signal: endSignal, complaint, isOverdue })
    })
  })
}

function killGroup(leader: number | undefined): void {
  // A group without a leader's number would be the studio's own.
  if (leader === undefined) return
  try {
    process.kill(-leader, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}
