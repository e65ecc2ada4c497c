import { resolve } from 'node:path'
import { parseMoment } from '../../../../shared/model/moment.ts'
import { required, UsageError, type Verb } from '../verb.ts'

export const trimVerb: Verb = {
  name: 'trim',
  usage: 'trim <in> <out> --from T --to T [--mode exact]',
  summary: 'cuts a piece out of a media file; T is m:ss.mmm or seconds',
  options: { from: { type: 'string' }, to: { type: 'string' }, mode: { type: 'string', default: 'exact' } },
  words: { least: 2, most: 2 },
  async run(call) {
    const { words, options, client, follow, say, signal } = call
    if (options.mode !== 'exact')
      throw new UsageError(`There is no mode ${String(options.mode)}; there is exact.`, trimVerb.usage)
    const start = time(required(call, 'from', trimVerb.usage))
    const end = time(required(call, 'to', trimVerb.usage))
    const [input = '', output = ''] = words.map((path) => resolve(path))
    if (end <= start) throw new UsageError('--to is not after --from.', trimVerb.usage)
    const ranges = [{ start, end }]
    const result = await follow(client.media.trim({ input, output, ranges, mode: 'exact' }, { signal }))
    say(`Wrote ${result.file}: ${result.seconds.toFixed(3)} seconds.`)
    return { object: result }
  },
}

function time(text: string): number {
  const seconds = parseMoment(text)
  if (seconds === null) throw new UsageError(`“${text}” is no time.`, trimVerb.usage)
  return seconds
}
