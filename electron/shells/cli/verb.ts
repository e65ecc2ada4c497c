import type { ParseArgsConfig } from 'node:util'
import type { StudioClient } from '../../../shared/contract/index.ts'
import type { OpenedProject } from '../../../shared/contract/project.ts'
import type { ProgressOr } from '../../../shared/contract/base.ts'

/** What a verb was called with, and what it may use. */
export type Call = {
  /** The words after the verb that are no options. */
  words: string[]
  options: Record<string, string | boolean | undefined>
  client: StudioClient
  /** Aborts when the person presses Ctrl+C. */
  signal: AbortSignal
  /** Words for people, on stderr. */
  say: (line: string) => void
  /** Runs long work, showing how far it is, and returns its result. */
  follow: <Result>(work: Promise<AsyncIterable<ProgressOr<Result>>>) => Promise<Result>
  /** Opens the project at a path, for as long as the command runs. */
  open: (path: string) => Promise<OpenedProject>
}

/** One verb of the command line: a file beside `verbs/index.ts` and a line in it. */
export type Verb = {
  name: string
  /** As `help` shows it: `import <project> <file…>`. */
  usage: string
  summary: string
  options?: NonNullable<ParseArgsConfig['options']>
  /** How many words it takes. */
  words: { least: number; most: number }
  /**
   * Does it. The object is what `--json` prints; `exitCode` 1 says that what was asked is not so (findings that block).
   * Nothing means there is no object to print: the verb runs until it is stopped.
   */
  run: (call: Call) => Promise<Outcome | void>
}

export type Outcome = { object: unknown; exitCode?: number }

/** The text of an option that must be there, or a sentence. */
export function required({ options }: Call, name: string, usage: string): string {
  const value = options[name]
  if (typeof value === 'string' && value !== '') return value
  throw new UsageError(`--${name} is missing.`, usage)
}

/** The address of a feed's folder, which must be there, or a sentence. */
export function requiredSite(site: string | boolean | undefined, usage: string): string {
  if (typeof site === 'string' && /^https?:/i.test(site) && URL.canParse(site)) return site
  throw new UsageError(
    '--site is the address that the folder of the feed will have, such as https://example.org/talks/.',
    usage,
  )
}

/** `text` as one of the `names` there are, or a sentence that lists them; `what` is what they are: “format”. */
export function oneOf<Name extends string>(
  names: readonly Name[],
  text: string,
  { what, usage }: { what: string; usage: string },
): Name {
  const found = names.find((name) => name === text)
  if (found) return found
  throw new UsageError(`There is no ${what} ${text}; there is ${names.join(', ')}.`, usage)
}

/** The command was written wrongly: the sentence says how, and the usage how it goes. */
export class UsageError extends Error {
  readonly usage: string
  constructor(message: string, usage: string) {
    super(message)
    this.usage = usage
  }
}
