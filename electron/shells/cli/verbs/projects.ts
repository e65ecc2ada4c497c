import { basename, resolve } from 'node:path'
import type { Verb } from '../verb.ts'

export const newVerb: Verb = {
  name: 'new',
  usage: 'new <project> [--title TITLE]',
  summary: 'makes an empty project',
  options: { title: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ words: [path = ''], options, client, say }) {
    const folder = resolve(path)
    const title = typeof options.title === 'string' ? options.title : basename(folder, '.morsel')
    const made = await client.project.create({ title, path: folder })
    say(`Made ${made.path}.`)
    return { object: made }
  },
}

export const sampleVerb: Verb = {
  name: 'sample',
  usage: 'sample <project>',
  summary: 'makes the sample project',
  words: { least: 1, most: 1 },
  async run({ words: [path = ''], client, follow, say, signal }) {
    const made = await follow(client.project.sample({ path: resolve(path) }, { signal }))
    say(`Made ${made.path}.`)
    return { object: made }
  },
}

export const listVerb: Verb = {
  name: 'list',
  usage: 'list <project>',
  summary: 'shows series, modules and steps with their ids',
  words: { least: 1, most: 1 },
  async run({ words: [path = ''], client, open, say }) {
    const { project, path: folder } = await open(path)
    const list = await client.project.list({ project })
    for (const series of list.series) {
      say(series.title || 'Untitled series')
      for (const module of list.modules.filter(({ id }) => series.modules.includes(id))) {
        say(`  ${module.id}  ${module.title}`)
        for (const step of module.steps) say(`    ${step.id}  ${step.kind}  ${step.title}`)
      }
    }
    return { object: { ...list, project: folder } }
  },
}

export const checkVerb: Verb = {
  name: 'check',
  usage: 'check <project> [--module ID]',
  summary: 'says what stands in the way of publishing; exit code 1 if anything does',
  options: { module: { type: 'string' } },
  words: { least: 1, most: 1 },
  async run({ words: [path = ''], options, client, open, say }) {
    const { project } = await open(path)
    const module = typeof options.module === 'string' ? options.module : undefined
    const { findings } = await client.project.check({ project, ...(module && { module }) })
    for (const { severity, message } of findings) say(`${severity.padEnd(5)} ${message}`)
    if (findings.length === 0) say('Nothing to mend.')
    return { object: { findings }, exitCode: findings.some(({ severity }) => severity === 'block') ? 1 : 0 }
  },
}
