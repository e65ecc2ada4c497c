import { contract } from '../../../../shared/contract/index.ts'
import { UsageError, type Verb } from '../verb.ts'

export const doctorVerb: Verb = {
  name: 'doctor',
  usage: 'doctor',
  summary: 'says what this machine has, and what each missing thing costs',
  words: { least: 0, most: 0 },
  async run({ client, say }) {
    const found = await client.shell.doctor()
    say(`Node      ${found.node.version} (${found.node.path})`)
    say(
      `ffmpeg    ${found.ffmpeg ? `${found.ffmpeg.version} (${found.ffmpeg.path}, ${found.ffmpeg.from})` : 'not found'}`,
    )
    say(`Electron  ${found.electron?.version ?? 'not found'}`)
    say(`Chromium  ${found.chromium?.path ?? 'not found'}`)
    for (const { message, cost } of found.problems) say(`${message} ${cost}`)
    return { object: found }
  },
}

/** What an operation looks like when its name is known only at run time. */
type AnyOperation = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>

export const callVerb: Verb = {
  name: 'call',
  usage: "call <operation> ['<json>']",
  summary: 'asks any operation of the contract, such as shell.info',
  words: { least: 1, most: 2 },
  async run({ words: [name = '', text], client, follow, signal }) {
    const [domain = '', operation = ''] = name.split('.')
    const known = Object.entries(contract).flatMap(([key, value]) =>
      Object.keys(value).map((last) => `${key}.${last}`),
    )
    if (!known.includes(name))
      throw new UsageError(`There is no operation ${name}; there is ${known.join(', ')}.`, callVerb.usage)
    const domains = client as unknown as Record<string, Record<string, AnyOperation>>
    const answer = await domains[domain]?.[operation]?.(parse(text), { signal })
    if (!isWork(answer)) return { object: answer ?? null }
    return { object: await follow(Promise.resolve(answer)) }
  },
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError('The input is not JSON.', callVerb.usage)
  }
}

function isWork(value: unknown): value is AsyncIterable<never> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value
}
