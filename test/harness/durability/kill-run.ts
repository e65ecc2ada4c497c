import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { addModule } from '../records.ts'
import { problemsOf } from '../stored.ts'
import type { TemporaryProjects } from '../projects.ts'

const script = fileURLToPath(new URL('writer.ts', import.meta.url))
const compileCache = fileURLToPath(new URL('../../../out/cache/node', import.meta.url))

export type KillRun = {
  kills: number
  /** Edits whose answer was seen before a kill. */
  answered: number
  /** Kills that left a log for the next opening to recover from. */
  recovered: number
  /** What was lost or broken, a line each; empty when all is well. */
  problems: string[]
}

/**
 * Saves edits in a child process, kills it at a random moment, reopens the project and checks it whole; `kills` times over
 * on one project.
 */
export async function killRun(
  here: TemporaryProjects,
  { kills, answerEarly = false }: { kills: number; answerEarly?: boolean },
): Promise<KillRun> {
  const { project, path } = here.projects.create({
    title: 'Killed',
    path: join(here.folder, 'Killed.morsel'),
  })
  addModule(here.projects.get(project), 'm')
  here.projects.close(project)

  const result: KillRun = { kills, answered: 0, recovered: 0, problems: [] }
  let last = 0
  // The next two are starting up meanwhile: starting takes longer than everything else.
  const writers = [startWriter(path, answerEarly), startWriter(path, answerEarly)]
  try {
    for (let round = 1; round <= kills; round++) {
      const writer = await writers.shift()
      if (!writer) throw new Error('No process was started')
      writers.push(startWriter(path, answerEarly))
      const answered = await killAtRandom(writer, 5 + Math.random() * 75)
      const newest = answered.at(-1) ?? last
      result.answered += answered.length
      const { seq, problems, wasLeftOpen } = inspect(here, path)
      result.recovered += Number(wasLeftOpen)
      for (const problem of problems) result.problems.push(`kill ${round}: ${problem}`)
      if (seq < newest) result.problems.push(`kill ${round}: answered ${newest}, found ${seq}`)
      if (answered.length === 0) result.problems.push(`kill ${round}: nothing was answered in time`)
      last = seq
    }
  } finally {
    for (const writer of writers) (await writer).kill('SIGKILL')
  }
  return result
}

type Writer = ChildProcessByStdio<Writable, Readable, null>

async function startWriter(path: string, answerEarly: boolean): Promise<Writer> {
  const child = spawn(process.execPath, [script, path, ...(answerEarly ? ['--answer-early'] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
  })
  await once(child.stdout, 'data')
  return child
}

/** Lets the writer work, kills it `delay` milliseconds after its first answer; the numbers it answered, in order. */
async function killAtRandom(writer: Writer, delay: number): Promise<number[]> {
  let output = ''
  writer.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const firstAnswer = Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')])
  // The answers that are still in the pipe when the process is dead were given, too.
  const closed = once(writer, 'close')
  writer.stdin.write('go\n')
  await firstAnswer
  await new Promise((resolve) => setTimeout(resolve, delay))
  writer.kill('SIGKILL')
  await closed
  return output
    .slice(0, output.lastIndexOf('\n') + 1)
    .trim()
    .split('\n')
    .filter(Boolean)
    .map(Number)
}

function inspect(
  here: TemporaryProjects,
  path: string,
): { seq: number; problems: string[]; wasLeftOpen: boolean } {
  try {
    const { project } = here.projects.open(path)
    const { database, tail, wasRecovered } = here.projects.store(project)
    const found = { seq: tail.newest.seq, problems: problemsOf(database), wasLeftOpen: wasRecovered }
    here.projects.close(project)
    return found
  } catch (error) {
    return { seq: Number.POSITIVE_INFINITY, problems: [String(error)], wasLeftOpen: false }
  }
}
