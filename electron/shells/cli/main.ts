import { parseArgs } from 'node:util'
import { createStudio } from '../../core/studio.ts'
import { nodePorts } from '../web/ports.ts'
import { failureOf } from './failure.ts'
import { helpText } from './help.ts'
import { followWork } from './progress.ts'
import { type Outcome, UsageError, type Verb } from './verb.ts'
import { verbs } from './verbs/index.ts'
import { verification } from './verify/verification.ts'

const [name = 'help', ...rest] = process.argv.slice(2)
const isJson = rest.includes('--json')
const say = (line: string) => void process.stderr.write(`${line}\n`)

if (name === 'help' || name === '--help' || name === '-h') process.stdout.write(`${helpText()}\n`)
else process.exitCode = await runVerb()

/** Runs the verb of the command line; its exit code. */
async function runVerb(): Promise<number> {
  const stop = new AbortController()
  const onSignal = () => stop.abort()
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
  const studio = createStudio({ ...nodePorts('cli'), verification })
  try {
    const verb = verbs.find((known) => known.name === name)
    if (!verb) throw new UsageError(`There is no verb ${name}.`, 'help')
    const { words, options } = read(verb)
    const outcome = await verb.run({
      words,
      options,
      client: studio.client,
      signal: stop.signal,
      say,
      follow: (work) => followWork(work, process.stderr),
      open: (path) => studio.client.project.open({ path }),
    })
    return report(outcome)
  } catch (error) {
    const { exitCode, usage, ...failure } = failureOf(error)
    say(usage ? `${failure.message}\nUsage: morsel ${usage}` : failure.message)
    if (failure.code === 'internal' && process.env.MORSEL_TRACE === '1') say(String(error))
    if (isJson) process.stdout.write(`${JSON.stringify({ error: failure })}\n`)
    return exitCode
  } finally {
    await studio.close()
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal)
  }
}

function report(outcome: Outcome | void): number {
  if (!outcome) return 0
  // `call` is for people who want the answer itself, whatever it is.
  if (isJson || name === 'call') process.stdout.write(`${JSON.stringify(outcome.object)}\n`)
  return outcome.exitCode ?? 0
}

/** The verb's words and options, or the sentence that says what is wrong with them. */
function read(verb: Verb): { words: string[]; options: Record<string, string | boolean | undefined> } {
  const options = { ...verb.options, json: { type: 'boolean' } } as const
  try {
    const { positionals, values } = parseArgs({ args: rest, options, allowPositionals: true })
    const { least, most } = verb.words
    if (positionals.length < least) throw new UsageError(`“${verb.name}” needs more words.`, verb.usage)
    if (positionals.length > most)
      throw new UsageError(`“${verb.name}” takes no “${positionals[most] ?? ''}”.`, verb.usage)
    return { words: positionals, options: values as Record<string, string | boolean | undefined> }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(
      error instanceof Error ? (error.message.split('. ')[0] ?? '') + '.' : String(error),
      verb.usage,
    )
  }
}
