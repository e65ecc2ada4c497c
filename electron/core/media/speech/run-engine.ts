import { runProcess } from '../process.ts'
import { SpeechProblem } from './engine.ts'

/** A sentence has ten seconds, and a tenth of one for each of its characters: what takes longer hangs. */
const timeFor = (characters: number) => 10_000 + characters * 100

type Options = {
  path: string
  args: readonly string[]
  input?: string
  env?: NodeJS.ProcessEnv
  signal?: AbortSignal | undefined
  /** How much is spoken. */
  characters: number
}

/** Lets a program speak; `SpeechProblem` says in words why it did not. */
export async function runEngine({ characters, ...options }: Options): Promise<void> {
  const milliseconds = timeFor(characters)
  const ended = await runProcess({ ...options, milliseconds, withChildren: true }).catch((cause: unknown) => {
    throw new SpeechProblem(`${options.path} could not be started (${messageOf(cause)})`)
  })
  if (ended.isOverdue)
    throw new SpeechProblem(`it did not finish within ${Math.round(milliseconds / 1000)} seconds`)
  if (ended.code !== 0) {
    const said = ended.complaint.trim().split('\n').at(-1)?.slice(0, 200)
    throw new SpeechProblem(said || `it ended with ${ended.signal ?? `code ${ended.code}`}`)
  }
}

/** Whether there is such a program, whatever it makes of being asked for help. */
export function canStart(path: string): Promise<boolean> {
  return runProcess({ path, args: ['--help'], milliseconds: 20_000, withChildren: true }).then(
    () => true,
    () => false,
  )
}

/** What a program prints, or null when it is not there or fails. */
export async function outputOf(
  path: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<string | null> {
  let text = ''
  const ended = await runProcess({
    path,
    args,
    ...(env && { env }),
    milliseconds: 20_000,
    onOutput: (piece) => void (text += piece),
  }).catch(() => null)
  return ended?.code === 0 ? text : null
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
