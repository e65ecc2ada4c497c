import { resolve } from 'node:path'
import { bundleFormats, scorm2004Editions } from '../../../../shared/contract/publish.ts'
import { oneOf, required, type Verb } from '../verb.ts'

const usage = `publish <project> --module ID --format ${bundleFormats.join('|')} --out FILE [--edition ${scorm2004Editions.join('|')}] [--overwrite]`

export const publishVerb: Verb = {
  name: 'publish',
  usage,
  summary: 'writes a module as a bundle for an LMS or the web',
  options: {
    module: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    edition: { type: 'string' },
    overwrite: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(call) {
    const { words, options, client, open, follow, say, signal } = call
    const module = required(call, 'module', usage)
    const format = oneOf(bundleFormats, required(call, 'format', usage), { what: 'format', usage })
    const edition =
      options.edition === undefined
        ? undefined
        : oneOf(scorm2004Editions, required(call, 'edition', usage), { what: 'edition', usage })
    const out = resolve(required(call, 'out', usage))
    const { project } = await open(words[0] ?? '')
    const result = await follow(
      client.publish.module(
        { project, module, format, edition, out, overwrite: options.overwrite === true, checksum: true },
        { signal },
      ),
    )
    for (const { severity, message } of result.findings) say(`${severity.padEnd(5)} ${message}`)
    say(`Wrote ${result.file}: ${result.files} files, ${result.bytes} bytes.`)
    return { object: result }
  },
}
