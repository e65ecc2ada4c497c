import { resolve } from 'node:path'
import { exportFormats } from '../../../../shared/contract/interchange.ts'
import { bundleFormats } from '../../../../shared/contract/publish.ts'
import { required, UsageError, type Verb } from '../verb.ts'

/** `text` as one of the formats there are, or a sentence that names them. */
function oneOf<Format extends string>(formats: readonly Format[], text: string, usage: string): Format {
  const found = formats.find((format) => format === text)
  if (found) return found
  throw new UsageError(`There is no format ${text}; there is ${formats.join(', ')}.`, usage)
}

export const importVerb: Verb = {
  name: 'import',
  usage: 'import <project> <file…>',
  summary: 'takes files into a project and reports what it could not take',
  words: { least: 2, most: 1000 },
  async run({ words: [path = '', ...files], client, open, follow, say, signal }) {
    const { project, path: folder } = await open(path)
    const paths = files.map((file) => resolve(file))
    const result = await follow(client.interchange.import({ project, paths }, { signal }))
    for (const { type, id, title } of result.created) say(`made ${type} ${id}${title ? `: ${title}` : ''}`)
    for (const { file, place, message } of result.report) say(`${file}, ${place}: ${message}`)
    return { object: { ...result, project: folder } }
  },
}

export const exportVerb: Verb = {
  name: 'export',
  usage: `export <project> --module ID --format ${exportFormats.join('|')} --out FILE`,
  summary: 'writes a module in an interchange format',
  options: { module: { type: 'string' }, format: { type: 'string' }, out: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run(call) {
    const { words, client, open, follow, say, signal } = call
    const module = required(call, 'module', exportVerb.usage)
    const format = oneOf(exportFormats, required(call, 'format', exportVerb.usage), exportVerb.usage)
    const out = resolve(required(call, 'out', exportVerb.usage))
    const { project } = await open(words[0] ?? '')
    const result = await follow(client.interchange.export({ project, module, format, out }, { signal }))
    say(`Wrote ${result.file}.`)
    return { object: result }
  },
}

export const publishVerb: Verb = {
  name: 'publish',
  usage: `publish <project> --module ID --format ${bundleFormats.join('|')} --out FILE [--overwrite]`,
  summary: 'writes a module as a bundle for an LMS or the web',
  options: {
    module: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    overwrite: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  async run(call) {
    const { words, options, client, open, follow, say, signal } = call
    const module = required(call, 'module', publishVerb.usage)
    const format = oneOf(bundleFormats, required(call, 'format', publishVerb.usage), publishVerb.usage)
    const out = resolve(required(call, 'out', publishVerb.usage))
    const { project } = await open(words[0] ?? '')
    const input = { project, module, format, out, overwrite: options.overwrite === true }
    const result = await follow(client.publish.module(input, { signal }))
    for (const { severity, message } of result.findings) say(`${severity.padEnd(5)} ${message}`)
    say(`Wrote ${result.file}: ${result.files} files, ${result.bytes} bytes.`)
    return { object: result }
  },
}
