import { resolve } from 'node:path'
import { exportFormats } from '../../../../shared/contract/interchange.ts'
import { oneOf, required, type Verb } from '../verb.ts'

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
    const format = oneOf(exportFormats, required(call, 'format', exportVerb.usage), {
      what: 'format',
      usage: exportVerb.usage,
    })
    const out = resolve(required(call, 'out', exportVerb.usage))
    const { project } = await open(words[0] ?? '')
    const result = await follow(client.interchange.export({ project, module, format, out }, { signal }))
    say(`Wrote ${result.file}.`)
    return { object: result }
  },
}
